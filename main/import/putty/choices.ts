type Choices = Readonly<Record<string, string | boolean>>;

/** Choices that PuTTY counts from 0. */
const numbered = (...values: readonly (string | boolean)[]): Choices => Object.fromEntries(values.entries());

/** How PuTTY writes the values of choices, and of toggles that have three states there; by its key. */
export const puttyChoices: Readonly<Record<string, Choices>> = {
  // 0 never, 1 auto, 2 always.
  CloseOnExit: numbered('never', 'clean', 'always'),
  AddressFamily: numbered('auto', 'ipv4', 'ipv6'),
  AgentFwd: numbered('off', 'allow'),
  BackspaceIsDelete: numbered('control-h', 'delete'),
  RXVTHomeEnd: numbered('standard', 'rxvt'),
  LinuxFunctionKeys: numbered('tilde', 'linux', 'xterm-r6', 'vt400', 'vt100-plus', 'sco', 'xterm-216'),
  ShiftedArrowKeys: numbered('toggle', 'bitmap'),
  ApplicationCursorKeys: numbered('normal', 'application'),
  // 4 is a PC's own speaker.
  Beep: numbered('none', 'sound', 'visual', 'file', 'sound'),
  // 1 flashes, 2 is steady: which of both the system does is its own choice here.
  BeepInd: numbered('none', 'flash', 'flash'),
  RemoteQTitleAction: numbered('none', 'empty', 'title'),
  // 0 on, 1 off, 2 auto.
  LocalEcho: numbered('on', 'off', 'auto'),
  LocalEdit: numbered('on', 'off', 'auto'),
  LockSize: numbered('cells', 'forbid', 'font', 'font-when-maximised'),
  WinNameAlways: numbered(true, false),
  // Since 0.63; before that only 0 and 1 were written.
  BoldAsColour: numbered('font', 'colour', 'both'),
  CurType: numbered('block', 'underline', 'bar'),
  LogType: numbered('none', 'printable', 'all', 'packets', 'raw'),
  LogFileClash: { '-1': 'ask', 0: 'append', 1: 'overwrite' },
  // 0 is Windows' default, which is what the system does there; on Unix PuTTY has no choice of it.
  MouseIsXterm: numbered('system', 'xterm', 'windows'),
  RectSelect: numbered('normal', 'rectangular'),
  MouseAutocopy: numbered('never', 'always'),
  MousePaste: { none: 'none', implicit: 'implicit', explicit: 'explicit' },
  CtrlShiftCV: { implicit: 'implicit', explicit: 'explicit' },
  CtrlShiftIns: { none: 'none', implicit: 'implicit', explicit: 'explicit' },
  ProxyDNS: numbered('no', 'auto', 'yes'),
  // 0 auto, 1 off, 2 on; auto is for a few old servers that PuTTY knows by their names.
  BugIgnore2: numbered(false, false, true),
};
