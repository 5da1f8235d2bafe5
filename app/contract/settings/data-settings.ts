import type { Setting } from './definition.ts';

/** PuTTY's Connection/Data panel. */
export const dataSettings = {
  userName: {
    type: 'text',
    label: 'Auto-login username',
    category: 'Connection/Data',
    group: 'Login details',
    help: 'The user to log in as. Empty: you are asked.',
    default: '',
    maxLength: 255,
    control: 'text',
    midSession: false,
    putty: 'UserName',
    sshConfig: 'User',
  },
  terminalType: {
    type: 'text',
    label: 'Terminal-type string',
    category: 'Connection/Data',
    group: 'Terminal details',
    help: 'What the server is told the terminal is (TERM).',
    default: 'xterm-256color',
    maxLength: 64,
    control: 'text',
    midSession: false,
    putty: 'TerminalType',
    sshConfig: null,
  },
  environment: {
    type: 'pairs',
    label: 'Environment variables',
    category: 'Connection/Data',
    group: 'Environment variables',
    help: 'Sent before the shell starts. A server takes only those that its AcceptEnv names; the Event Log says which.',
    default: [],
    maxItems: 100,
    midSession: false,
    putty: 'Environment',
    sshConfig: 'SetEnv',
  },
} as const satisfies Record<string, Setting>;
