import type { Setting } from './definition.ts';

const keepaliveGroup = 'Sending of null packets to keep session active';
const tcpGroup = 'Low-level TCP connection options';

/** PuTTY's Connection panel. */
export const connectionSettings = {
  keepaliveSeconds: {
    type: 'integer',
    label: 'Seconds between keepalives (0 to turn off)',
    category: 'Connection',
    group: keepaliveGroup,
    help:
      'When nothing has been sent for this long, an empty packet is sent, so that routers and firewalls do not forget ' +
      'the connection. It never closes a session. 60 is shorter than every idle limit found in common equipment.',
    default: 60,
    min: 0,
    max: 86_400,
    unit: 'seconds',
    midSession: true,
    putty: 'PingIntervalSecs',
    sshConfig: null,
  },
  chokesOnIgnore: {
    type: 'toggle',
    label: 'Server chokes on SSH-2 ignore messages (send none)',
    category: 'Connection',
    group: keepaliveGroup,
    help:
      'Null packets are SSH-2 ignore messages. A few broken servers end the session on one; with this set none is ' +
      'sent, whatever the interval.',
    default: false,
    midSession: true,
    putty: 'BugIgnore2',
    sshConfig: null,
  },
  tcpNoDelay: {
    type: 'toggle',
    label: "Disable Nagle's algorithm (TCP_NODELAY option)",
    category: 'Connection',
    group: tcpGroup,
    help: 'Sends each key at once. Without it a key can wait for the answer to the one before.',
    default: true,
    midSession: true,
    putty: 'TCPNoDelay',
    sshConfig: null,
  },
  tcpKeepalives: {
    type: 'toggle',
    label: 'Enable TCP keepalives (SO_KEEPALIVE option)',
    category: 'Connection',
    group: tcpGroup,
    help:
      "The operating system's own probes. They close a connection whose other end is gone, and some firewalls do not " +
      'count them as traffic: null packets are the better way to keep a path open.',
    default: false,
    midSession: true,
    putty: 'TCPKeepalives',
    sshConfig: 'TCPKeepAlive',
  },
  addressFamily: {
    type: 'choice',
    label: 'Internet protocol version',
    category: 'Connection',
    group: 'Internet protocol version',
    help: 'Which addresses of the host are tried.',
    default: 'auto',
    control: 'radio',
    choices: [
      { value: 'auto', label: 'Auto' },
      { value: 'ipv4', label: 'IPv4' },
      { value: 'ipv6', label: 'IPv6' },
    ],
    midSession: false,
    putty: 'AddressFamily',
    sshConfig: 'AddressFamily',
  },
} as const satisfies Record<string, Setting>;
