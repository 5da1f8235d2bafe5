import type { Setting } from './definition.ts';

const keepaliveGroup = 'Sending of null packets to keep session active';
const aliveGroup = 'Alive checks to notice that the server is gone';
const antiIdleGroup = 'Anti-idle string, typed into the session';
const tcpGroup = 'Low-level TCP connection options';

/** PuTTY's Connection panel, and one of our own under it. */
export const connectionSettings = {
  keepaliveSeconds: {
    type: 'integer',
    label: 'Seconds between keepalives (0 to turn off)',
    category: 'Connection',
    group: keepaliveGroup,
    help:
      'When nothing was typed for this long, an empty packet is sent, so that routers and firewalls do not forget ' +
      'the connection. It never closes a session. 60 is shorter than every idle limit found in common equipment.',
    default: 60,
    min: 0,
    max: 86_400,
    unit: 'seconds',
    midSession: true,
    putty: 'PingIntervalSecs',
    sshConfig: null,
    teraTerm: '[TTSSH] HeartBeat',
  },
  keepaliveChooseForMe: {
    type: 'toggle',
    label: 'Choose for me',
    category: 'Connection',
    group: keepaliveGroup,
    help:
      'Uses what is known of the path to this host: no longer than the longest silence that it survived, and half of ' +
      'the shortest that was fatal. While too little is known, the number above counts.',
    default: false,
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
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
    teraTerm: null,
  },
  aliveCheckSeconds: {
    type: 'integer',
    label: 'Seconds between alive checks (0 to turn off)',
    category: 'Connection/Alive checks',
    group: aliveGroup,
    help:
      'When the server has sent nothing for this long, it is asked for an answer. One check also goes out when typing ' +
      'has stayed unanswered for a second.',
    default: 30,
    min: 0,
    max: 86_400,
    unit: 'seconds',
    midSession: true,
    putty: null,
    sshConfig: 'ServerAliveInterval',
    teraTerm: null,
  },
  aliveCheckCount: {
    type: 'integer',
    label: 'Unanswered checks before the session counts as stalled',
    category: 'Connection/Alive checks',
    group: aliveGroup,
    help: 'Any byte from the server is an answer. A stalled session is marked, and recovers if the server answers again.',
    default: 3,
    min: 1,
    max: 100,
    unit: 'checks',
    midSession: true,
    putty: null,
    sshConfig: 'ServerAliveCountMax',
    teraTerm: null,
  },
  whenStalled: {
    type: 'choice',
    label: 'When the session is stalled',
    category: 'Connection/Alive checks',
    group: aliveGroup,
    help:
      '"Mark it" keeps the connection, which a short outage needs in order to survive. "Disconnect" ends it, and Enter ' +
      'connects again. "Reconnect" ends it and connects again by itself, whatever is set for a connection that is lost.',
    default: 'mark',
    control: 'radio',
    choices: [
      { value: 'mark', label: 'Mark it' },
      { value: 'disconnect', label: 'Disconnect' },
      { value: 'reconnect', label: 'Reconnect' },
    ],
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
  },
  whenLost: {
    type: 'choice',
    label: 'When the connection is lost',
    category: 'Connection/Alive checks',
    group: 'Reconnecting',
    help:
      '"Wait for Enter" keeps the screen and leaves it to you. "Reconnect by itself" tries at once, then after 1, 2, 5, ' +
      '10 and 30 seconds, until it is stopped; never after a refused login or a changed host key.',
    default: 'wait',
    control: 'radio',
    choices: [
      { value: 'wait', label: 'Wait for Enter' },
      { value: 'reconnect', label: 'Reconnect by itself' },
    ],
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
  },
  antiIdleSeconds: {
    type: 'integer',
    label: 'Seconds without typing (0 to turn off)',
    category: 'Connection/Alive checks',
    group: antiIdleGroup,
    help:
      'For shells and menus that log out whoever types nothing (TMOUT), against which no packet helps. It types into ' +
      'whatever runs in the session, an editor or a password question too.',
    default: 0,
    min: 0,
    max: 86_400,
    unit: 'seconds',
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
  },
  antiIdleText: {
    type: 'text',
    label: 'Keys to type',
    category: 'Connection/Alive checks',
    group: antiIdleGroup,
    help: '\\n, \\r, \\t, \\b (backspace), \\e (Escape), \\s (space) and \\x03 stand for keys. The default is a space, taken back.',
    default: '\\s\\b',
    maxLength: 64,
    control: 'text',
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
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
    teraTerm: null,
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
    teraTerm: null,
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
    teraTerm: null,
  },
} as const satisfies Record<string, Setting>;
