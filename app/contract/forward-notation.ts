import { type Failure, failed, type Result, success } from './failure.ts';
import { type Forward, type ForwardFamily, hostAndPort } from './forward.ts';

/**
 * How people write forwards: PuTTY's dialog and saved sessions, the options -L, -R and -D of ssh and plink, and the
 * lines of ssh_config. A Failure names the part at fault in `field`: `source` or `destination`.
 */

/** What PuTTY's panel asks for. */
export interface TypedForward {
  readonly kind: Forward['kind'];
  readonly family: ForwardFamily;
  /** A port, or an address and a port: `8080`, `127.0.0.1:8080`, `[::1]:8080`, `*:8080`. */
  readonly source: string;
  /** `host:port`, an IPv6 address in brackets; nothing for a dynamic forward. */
  readonly destination: string;
}

/** Reads what was typed into "Source port" and "Destination". */
export function parseTypedForward({ kind, family, source, destination }: TypedForward): Result<Forward> {
  const from = partsOf(source);
  if (from === null || from.length > 2) return refused('source', badSource);
  const [listenPort = '', address] = from.reverse();
  const port = portOf(listenPort, kind === 'remote' ? 0 : 1);
  if (port === null) return refused('source', kind === 'remote' ? badRemotePort : badPort);
  if (address !== undefined && address !== '' && !isHost(address)) return refused('source', badSource);
  const listening = { family, bindAddress: address === undefined ? '' : address || '*', port };
  if (kind === 'dynamic') {
    if (destination.trim() !== '') return refused('destination', noDestination);
    return success({ kind, ...listening });
  }
  const to = partsOf(destination);
  const [host = '', hostPortText = ''] = to ?? [];
  const hostPort = portOf(hostPortText, 1);
  if (to?.length !== 2 || hostPort === null || !isHost(host)) return refused('destination', badDestination);
  return success({ kind, ...listening, host, hostPort });
}

/** What to put into the panel's fields so that the forward is read from them again. */
export function typedForward(forward: Forward): TypedForward {
  const { kind, family, bindAddress, port } = forward;
  const source = bindAddress === '' ? String(port) : hostAndPort(bindAddress, port);
  const destination = kind === 'dynamic' ? '' : hostAndPort(forward.host, forward.hostPort);
  return { kind, family, source, destination };
}

const letters = { local: 'L', remote: 'R', dynamic: 'D' } as const;
const kinds = { L: 'local', R: 'remote', D: 'dynamic' } as const;
const families = { '': 'auto', 4: 'ipv4', 6: 'ipv6' } as const;

/** A forward as PuTTY's list shows it, such as `L8080 localhost:80` or `4D1080`. */
export function puttyText(forward: Forward): string {
  const prefix = { auto: '', ipv4: '4', ipv6: '6' }[forward.family];
  const { source, destination } = typedForward(forward);
  return `${prefix}${letters[forward.kind]}${source} ${destination}`.trimEnd();
}

/**
 * Reads PuTTY's saved `PortForwardings`: `L8080=localhost:80,4D1080=`; `,`, `=` and `\` within a part are escaped by a
 * backslash. Gives each entry on its own, so that one that is not understood does not cost the others.
 */
export function parsePuttyForwardings(text: string): readonly Result<Forward>[] {
  const entries = text.match(/(?:\\.|[^\\,])+/g) ?? [];
  return entries.map((entry) => {
    const [key = '', value = ''] = (entry.match(/^((?:\\.|[^\\=])*)=?(.*)$/s) ?? []).slice(1).map(unescaped);
    const [, family = '', letter = '', source = ''] = /^([46]?)([LRD])(.*)$/s.exec(key) ?? [];
    if (letter === '') return refused('source', `"${entry}" is not a port forwarding of PuTTY.`);
    return parseTypedForward({
      kind: kinds[letter as keyof typeof kinds],
      family: families[family as keyof typeof families],
      source,
      destination: value,
    });
  });
}

const unescaped = (text: string) => text.replace(/\\(.)/gs, '$1');

/** Reads the word after -L, -R or -D: `[address:]port:host:hostport`, or `[address:]port` for -D. */
export function parseOptionForward(
  kind: Forward['kind'],
  text: string,
  family: ForwardFamily = 'auto',
): Result<Forward> {
  const parts = rawPartsOf(text);
  if (parts === null) return refused('source', badSource);
  if (kind === 'dynamic') return parseTypedForward({ kind, family, source: text, destination: '' });
  return parseTypedForward({
    kind,
    family,
    source: parts.slice(0, -2).join(':'),
    destination: parts.slice(-2).join(':'),
  });
}

/** Reads the arguments of LocalForward, RemoteForward or DynamicForward in ssh_config; `host:port` is the second one. */
export const parseConfigForward = (kind: Forward['kind'], listen: string, destination = ''): Result<Forward> =>
  parseTypedForward({ kind, family: 'auto', source: listen, destination });

/** Splits at colons outside brackets; null where the brackets do not match. */
function rawPartsOf(text: string): readonly string[] | null {
  const trimmed = text.trim();
  if (!/^(?:\[[^[\]]*\]|[^[\]:]*)(?::(?:\[[^[\]]*\]|[^[\]:]*))*$/.test(trimmed)) return null;
  return trimmed.match(/\[[^[\]]*\]|[^:]+|(?<=^|:)(?=:|$)/g) ?? [''];
}

const partsOf = (text: string) => rawPartsOf(text)?.map((part) => part.replace(/^\[(.*)\]$/, '$1')) ?? null;

function portOf(text: string, least: number): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port >= least && port <= 65_535 ? port : null;
}

/** No name or address has blanks, brackets or control characters; what the name stands for is looked up when needed. */
const isHost = (text: string) => /^[^\s[\]\p{Cc}]{1,255}$/u.test(text);

const refused = (field: 'source' | 'destination', message: string): { readonly ok: false; readonly failure: Failure } =>
  failed({ code: 'invalid-payload', message, retryable: false, field });

const badPort = 'Enter a port from 1 to 65535.';
const badRemotePort = 'Enter a port from 1 to 65535, or 0 to let the server choose.';
const badSource = 'Enter a port, or an address and a port, such as 8080, 127.0.0.1:8080 or [::1]:8080.';
const badDestination = 'Enter a host and a port, such as localhost:80 or [::1]:80.';
const noDestination = 'A dynamic forward has no destination: who connects says where to.';
