/** How PuTTY writes the values of choices, and of toggles that have three states there; by its key. */
export const puttyChoices: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  // 0 never, 1 auto, 2 always.
  CloseOnExit: { 0: 'never', 1: 'clean', 2: 'always' },
  AddressFamily: { 0: 'auto', 1: 'ipv4', 2: 'ipv6' },
  AgentFwd: { 0: 'off', 1: 'allow' },
  BackspaceIsDelete: { 0: 'control-h', 1: 'delete' },
  RXVTHomeEnd: { 0: 'standard', 1: 'rxvt' },
  LinuxFunctionKeys: {
    0: 'tilde',
    1: 'linux',
    2: 'xterm-r6',
    3: 'vt400',
    4: 'vt100-plus',
    5: 'sco',
    6: 'xterm-216',
  },
  ShiftedArrowKeys: { 0: 'toggle', 1: 'bitmap' },
  ApplicationCursorKeys: { 0: 'normal', 1: 'application' },
  // 4 is a PC's own speaker.
  Beep: { 0: 'none', 1: 'sound', 2: 'visual', 3: 'file', 4: 'sound' },
  // 1 flashes, 2 is steady: which of both the system does is its own choice here.
  BeepInd: { 0: 'none', 1: 'flash', 2: 'flash' },
  RemoteQTitleAction: { 0: 'none', 1: 'empty', 2: 'title' },
  // 0 on, 1 off, 2 auto.
  LocalEcho: { 0: 'on', 1: 'off', 2: 'auto' },
  LocalEdit: { 0: 'on', 1: 'off', 2: 'auto' },
  LockSize: { 0: 'cells', 1: 'forbid', 2: 'font', 3: 'font-when-maximised' },
  WinNameAlways: { 0: true, 1: false },
  // Since 0.63; before that only 0 and 1 were written.
  BoldAsColour: { 0: 'font', 1: 'colour', 2: 'both' },
  CurType: { 0: 'block', 1: 'underline', 2: 'bar' },
  LogType: { 0: 'none', 1: 'printable', 2: 'all', 3: 'packets', 4: 'raw' },
  LogFileClash: { '-1': 'ask', 0: 'append', 1: 'overwrite' },
  // 0 is Windows' default, which is what the system does there; on Unix PuTTY has no choice of it.
  MouseIsXterm: { 0: 'system', 1: 'xterm', 2: 'windows' },
  RectSelect: { 0: 'normal', 1: 'rectangular' },
  MouseAutocopy: { 0: 'never', 1: 'always' },
  MousePaste: { none: 'none', implicit: 'implicit', explicit: 'explicit' },
  CtrlShiftCV: { implicit: 'implicit', explicit: 'explicit' },
  CtrlShiftIns: { none: 'none', implicit: 'implicit', explicit: 'explicit' },
  ProxyDNS: { 0: 'no', 1: 'auto', 2: 'yes' },
  // 0 auto, 1 off, 2 on; auto is for a few old servers that PuTTY knows by their names.
  BugIgnore2: { 0: false, 1: false, 2: true },
};
