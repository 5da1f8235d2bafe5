/** What a proxy command is filled in with. */
export interface CommandValues {
  readonly host: string;
  readonly port: number;
  /** The user of the proxy. */
  readonly user: string;
  /** The user on the server; empty where it is not known yet. */
  readonly remoteUser: string;
  readonly proxyHost: string;
  readonly proxyPort: number;
}

/** PuTTY's names before ssh_config's letters: `%host` is no `%h` with a rest. */
const tokens = /%(proxyhost|proxyport|host|port|user|pass|[hpnr%])/g;

/** Fills in PuTTY's and ssh_config's tokens; a percent sign before anything else stays. */
export function fillIn(template: string, values: CommandValues, password = ''): string {
  const known: Readonly<Record<string, string>> = {
    host: values.host,
    h: values.host,
    n: values.host,
    port: String(values.port),
    p: String(values.port),
    user: values.user,
    pass: password,
    r: values.remoteUser,
    proxyhost: values.proxyHost,
    proxyport: String(values.proxyPort),
    '%': '%',
  };
  return template.replace(tokens, (whole, name: string) => known[name] ?? whole);
}

export const wantsPassword = (template: string): boolean =>
  [...template.matchAll(tokens)].some(([, name]) => name === 'pass');

/** PuTTY's escapes in a Telnet command: \r, \n, \t, \\ and \x0D. */
export function unescaped(template: string): string {
  const letters: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\', '%': '%%' };
  return template.replace(/\\(?:x([0-9a-fA-F]{2})|([rnt\\%]))/g, (_whole, hex?: string, letter = '') =>
    hex === undefined ? (letters[letter] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
