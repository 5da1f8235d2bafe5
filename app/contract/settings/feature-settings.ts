import type { Setting } from './definition.ts';

const common = {
  type: 'toggle',
  category: 'Terminal/Features',
  group: 'Features of the terminal',
  default: false,
  midSession: true,
  sshConfig: null,
  teraTerm: null,
} as const;

/** PuTTY's Features panel: what the server may not do to the terminal; and what it may do by it. */
export const featureSettings = {
  noApplicationCursorKeys: {
    ...common,
    label: 'Disable application cursor keys mode',
    help: 'The server cannot change what the cursor keys send.',
    putty: 'NoApplicationCursors',
  },
  noApplicationKeypad: {
    ...common,
    label: 'Disable application keypad mode',
    help: 'The server cannot change what the numeric keypad sends; otherwise its digits type nothing in many editors.',
    default: true,
    putty: 'NoApplicationKeys',
  },
  noMouseReporting: {
    ...common,
    label: 'Disable xterm-style mouse reporting',
    help: 'The mouse always selects and pastes, also in programs that ask for it.',
    putty: 'NoMouseReporting',
  },
  noRemoteResize: {
    ...common,
    label: 'Disable remote-controlled terminal resizing',
    help: 'The server cannot change the size of the window.',
    putty: 'NoRemoteResize',
  },
  noAlternateScreen: {
    ...common,
    label: 'Disable switching to alternate terminal screen',
    help: 'What a full-screen program has drawn stays when it ends, and can be scrolled back to.',
    putty: 'NoAltScreen',
  },
  noRemoteTitle: {
    ...common,
    label: 'Disable remote-controlled window title changing',
    help: 'The server cannot name the tab and the window.',
    putty: 'NoRemoteWinTitle',
  },
  titleQueryResponse: {
    ...common,
    type: 'choice',
    label: 'Response to remote title query (SECURITY)',
    help: 'What programs get when they ask for the title. An attacker may have set it, and this would type it for you.',
    default: 'empty',
    control: 'radio',
    choices: [
      { value: 'none', label: 'None' },
      { value: 'empty', label: 'Empty string' },
      { value: 'title', label: 'Window title' },
    ],
    putty: 'RemoteQTitleAction',
  },
  noRemoteClearScrollback: {
    ...common,
    label: 'Disable remote-controlled clearing of scrollback',
    help: 'The server cannot take away what has left the screen, as `clear` does.',
    putty: 'NoRemoteClearScroll',
  },
  noDestructiveBackspace: {
    ...common,
    label: 'Disable destructive backspace on server sending ^?',
    help: 'A DEL from the server moves the cursor back, and erases nothing.',
    putty: 'NoDBackspace',
  },
  noRemoteCharset: {
    ...common,
    label: 'Disable remote-controlled character set configuration',
    help: 'The server cannot switch to line drawing, which a binary file that is printed may do.',
    putty: 'NoRemoteCharset',
  },
  noBracketedPaste: {
    ...common,
    label: 'Disable bracketed paste mode',
    help: 'Programs are not told which input is pasted.',
    putty: 'DisableBracketedPaste',
  },
  zmodem: {
    ...common,
    type: 'choice',
    group: 'Files in the terminal',
    label: 'Zmodem transfers (sz, rz)',
    help: 'When sz or rz runs at the server, you are asked where its files go, or which of yours to send.',
    default: 'ask',
    control: 'radio',
    choices: [
      { value: 'ask', label: 'Ask' },
      { value: 'off', label: 'Off' },
    ],
    putty: null,
  },
} as const satisfies Record<string, Setting>;
