import {
  assignments,
  choice,
  command,
  duration,
  flag,
  forward,
  jumps,
  type ReadValue,
  rekeyLimit,
  text,
  variables,
  wholeNumber,
  words,
} from './values.ts';

/** How the lines of one keyword add up. */
type Adding =
  /** The first line counts, as for nearly all. */
  | 'first'
  /** Every line counts, one that says the same once. */
  | 'all'
  /** Every line counts, and "-PATTERN" takes back. */
  | 'all-but';

export interface Keyword {
  /** As ssh_config(5) spells it. */
  readonly name: string;
  readonly read: ReadValue;
  readonly adding: Adding;
  /** ssh_config(5), TOKENS: what is replaced in a value. */
  readonly tokens: Tokens;
}

/** `path` is tokens, `${VARIABLE}` and `~`; `socket` the same for what begins with a slash. */
export type Tokens = 'none' | 'host' | 'tokens' | 'path' | 'socket';

const row = (name: string, read: ReadValue, tokens: Tokens = 'none', adding: Adding = 'first'): Keyword => ({
  name,
  read,
  adding,
  tokens,
});

const booleans = { yes: 'true', no: 'false', true: 'true', false: 'false' };

/** The keywords whose values are understood, by name in lower case. What they set is in settings.ts. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  [
    row('HostName', text, 'host'),
    row('User', text),
    row('Port', wholeNumber(1, 65_535)),
    row('HostKeyAlias', text),
    row('AddressFamily', choice({ any: 'any', inet: 'inet', inet6: 'inet6' })),
    row('ConnectTimeout', duration),
    row('TCPKeepAlive', flag),
    row('ServerAliveInterval', duration),
    row('ServerAliveCountMax', wholeNumber(0, 2 ** 31 - 1)),
    row('Compression', flag),
    row('RekeyLimit', rekeyLimit),
    row('ProxyJump', jumps),
    row('ProxyCommand', command, 'tokens'),
    row('IdentityFile', text, 'path', 'all'),
    row('CertificateFile', text, 'path', 'all'),
    row('IdentityAgent', text, 'path'),
    row('IdentitiesOnly', flag),
    row('ForwardAgent', text, 'path'),
    row('PubkeyAuthentication', choice({ ...booleans, unbound: 'unbound', 'host-bound': 'host-bound' })),
    row('PasswordAuthentication', flag),
    row('KbdInteractiveAuthentication', flag),
    row('UserKnownHostsFile', words, 'path'),
    row('StrictHostKeyChecking', choice({ ...booleans, off: 'false', ask: 'ask', 'accept-new': 'accept-new' })),
    row('UpdateHostKeys', choice({ ...booleans, ask: 'ask' })),
    row('HostKeyAlgorithms', text),
    row('KexAlgorithms', text),
    row('Ciphers', text),
    row('MACs', text),
    row('LocalForward', forward('local'), 'socket', 'all'),
    row('RemoteForward', forward('remote'), 'socket', 'all'),
    row('DynamicForward', forward('dynamic'), 'socket', 'all'),
    row('ClearAllForwardings', flag),
    row('GatewayPorts', flag),
    row('StreamLocalBindUnlink', flag),
    row('ForwardX11', flag),
    row('RemoteCommand', command, 'tokens'),
    row('RequestTTY', choice({ ...booleans, force: 'force', auto: 'auto' })),
    row('SessionType', choice({ none: 'none', subsystem: 'subsystem', default: 'default' })),
    row('SendEnv', variables, 'none', 'all-but'),
    row('SetEnv', assignments),
  ].map((keyword) => [keyword.name.toLowerCase(), keyword]),
);

/** Older names (readconf.c of OpenSSH). */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['challengeresponseauthentication', 'kbdinteractiveauthentication'],
  ['skeyauthentication', 'kbdinteractiveauthentication'],
  ['tisauthentication', 'kbdinteractiveauthentication'],
  ['dsaauthentication', 'pubkeyauthentication'],
  ['keepalive', 'tcpkeepalive'],
]);
