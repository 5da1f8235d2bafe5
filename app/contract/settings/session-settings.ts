import type { Setting } from './definition.ts';

/** PuTTY's Session panel. */
export const sessionSettings = {
  hostName: {
    type: 'text',
    label: 'Host Name (or IP address)',
    category: 'Session',
    group: 'Specify the destination you want to connect to',
    help: 'The server to connect to: a name, an IPv4 or an IPv6 address. "user@host" is understood too.',
    default: '',
    maxLength: 255,
    control: 'text',
    midSession: false,
    putty: 'HostName',
    sshConfig: 'HostName',
  },
  portNumber: {
    type: 'integer',
    label: 'Port',
    category: 'Session',
    group: 'Specify the destination you want to connect to',
    help: 'The TCP port on which the SSH server listens.',
    default: 22,
    min: 1,
    max: 65_535,
    unit: 'port',
    midSession: false,
    putty: 'PortNumber',
    sshConfig: 'Port',
  },
  closeOnExit: {
    type: 'choice',
    label: 'Close tab on exit',
    category: 'Session',
    group: 'Close tab on exit',
    help: 'Whether the tab closes when the session ends. "Only on clean exit" keeps it when the connection was lost.',
    default: 'clean',
    control: 'radio',
    choices: [
      { value: 'always', label: 'Always' },
      { value: 'never', label: 'Never' },
      { value: 'clean', label: 'Only on clean exit' },
    ],
    midSession: true,
    putty: 'CloseOnExit',
    sshConfig: null,
  },
} as const satisfies Record<string, Setting>;
