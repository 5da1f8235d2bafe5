/**
 * PuTTY's defaults where Holdfast begins with something else, for a reason that docs/putty.md states: nobody chose
 * them, so that they say nothing here. `PuTTY\\r` is how PuTTY's Unix port has written its answerback.
 */
const ownDefaults: Readonly<Record<string, readonly string[]>> = {
  Answerback: ['PuTTY', 'PuTTY\\r'],
  BoldAsColour: ['1'],
  CtrlShiftCV: ['none'],
  LinuxFunctionKeys: ['0'],
  NoApplicationKeys: ['0'],
  OSXOptionMeta: ['1'],
  RXVTHomeEnd: ['0'],
  ScrollOnDisp: ['1'],
  ScrollOnKey: ['0'],
  ScrollbackLines: ['2000'],
  ShiftedArrowKeys: ['0'],
  TerminalType: ['xterm'],
  UTF8linedraw: ['0'],
  WindowBorder: ['1'],
};

/** The Unix port alone begins with "Always": a session that is lost would take the reason with it. */
const ownDefaultsOnUnix: Readonly<Record<string, readonly string[]>> = { CloseOnExit: ['2'] };

/** Whether a key holds what PuTTY has put there by itself, and Holdfast does not; `keys` are all of the session. */
export function isPuttysOwn(key: string, value: string, keys: ReadonlyMap<string, string>): boolean {
  // Only the Unix port has utmp to write, and saves with each session whether it does.
  const isUnix = keys.has('StampUtmp');
  return [ownDefaults, ...(isUnix ? [ownDefaultsOnUnix] : [])].some((defaults) => defaults[key]?.includes(value));
}
