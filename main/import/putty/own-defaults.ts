/**
 * PuTTY's defaults where Holdfast begins with something else, for a reason that docs/putty.md states: nobody chose
 * them, so that they say nothing here. `PuTTY\\r` is how PuTTY's Unix port has written its answerback.
 */
const ownDefaults: Readonly<Record<string, readonly string[]>> = {
  Answerback: ['PuTTY', 'PuTTY\\r'],
  CtrlShiftCV: ['none'],
  LinuxFunctionKeys: ['0'],
  NoApplicationKeys: ['0'],
  OSXOptionMeta: ['1'],
  RXVTHomeEnd: ['0'],
  ShiftedArrowKeys: ['0'],
};

/** Whether a key holds what PuTTY has put there by itself, and Holdfast does not. */
export const isPuttysOwn = (key: string, value: string): boolean => ownDefaults[key]?.includes(value) ?? false;
