import { type Failure, failed, type Result, success } from '../failure.ts';
import { t } from '../language/language.ts';
import {
  type Forward,
  type ForwardFamily,
  hostAndPort,
  type Listener,
  type Target,
  targetOf,
  targetText,
} from './forward.ts';

/**
 * How people write forwards: PuTTY's dialog and saved sessions, the options -L, -R and -D of ssh and plink, and the
 * lines of ssh_config. A Failure names the part at fault in `field`: `source` or `destination`.
 */

/** What PuTTY's panel asks for; a path, from its slash on, stands for a socket in the file system. */
export interface TypedForward {
  readonly kind: Forward['kind'];
  /** Which a port listens on. */
  readonly family: ForwardFamily;
  /** A port, or an address and a port: `8080`, `127.0.0.1:8080`, `[::1]:8080`, `*:8080`. Or a path. */
  readonly source: string;
  /** `host:port`, an IPv6 address in brackets, or a path; nothing for a dynamic forward. */
  readonly destination: string;
}

/** Reads what was typed into "Source port" and "Destination". */
export function parseTypedForward({ kind, family, source, destination }: TypedForward): Result<Forward> {
  const listener = readListener(kind, family, source.trim());
  if (!listener.ok) return listener;
  if (kind === 'dynamic' || kind === 'remote-dynamic') {
    if (destination.trim() !== '') return refused('destination', noDestination());
    return success({ kind, ...listener.value });
  }
  const target = readTarget(destination.trim());
  return target.ok ? success({ kind, ...listener.value, ...target.value }) : target;
}

function readListener(kind: Forward['kind'], family: ForwardFamily, source: string): Result<Listener> {
  if (source.startsWith('/'))
    return isSocketPath(source) ? success({ listenPath: source }) : refused('source', badPath());
  const from = partsOf(source);
  if (from === null || from.length > 2) return refused('source', badSource());
  const [listenPort = '', address] = from.reverse();
  const isRemote = kind === 'remote' || kind === 'remote-dynamic';
  const port = portOf(listenPort, isRemote ? 0 : 1);
  if (port === null) return refused('source', isRemote ? badRemotePort() : badPort());
  if (address !== undefined && address !== '' && !isHost(address)) return refused('source', badSource());
  return success({ family, bindAddress: address === undefined ? '' : address || '*', port });
}

function readTarget(destination: string): Result<Target> {
  if (destination.startsWith('/')) {
    return isSocketPath(destination) ? success({ path: destination }) : refused('destination', badPath());
  }
  const to = partsOf(destination);
  const [host = '', hostPortText = ''] = to ?? [];
  const hostPort = portOf(hostPortText, 1);
  if (to?.length !== 2 || hostPort === null || !isHost(host)) return refused('destination', badDestination());
  return success({ host, hostPort });
}

/** What to put into the panel's fields so that the forward is read from them again. */
export function typedForward(forward: Forward): TypedForward {
  const target = targetOf(forward);
  const family = 'listenPath' in forward ? 'auto' : forward.family;
  return {
    kind: forward.kind,
    family,
    source: sourceOf(forward),
    destination: target === null ? '' : targetText(target),
  };
}

function sourceOf(listener: Listener): string {
  if ('listenPath' in listener) return listener.listenPath;
  const { bindAddress, port } = listener;
  return bindAddress === '' ? String(port) : hostAndPort(bindAddress, port);
}

const letters = { local: 'L', remote: 'R', dynamic: 'D', 'remote-dynamic': 'R' } as const;
const kinds = { L: 'local', R: 'remote', D: 'dynamic' } as const;
const families = { '': 'auto', 4: 'ipv4', 6: 'ipv6' } as const;

/**
 * A forward as PuTTY's list shows it, such as `L8080 localhost:80` or `4D1080`; a SOCKS proxy at the server, which PuTTY
 * has not, as `R1080`.
 */
export function puttyText(forward: Forward): string {
  const { family, source, destination } = typedForward(forward);
  const prefix = { auto: '', ipv4: '4', ipv6: '6' }[family];
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
    if (letter === '') return refused('source', t('"{entry}" is not a port forwarding of PuTTY.', { entry }));
    return parseTypedForward({
      kind: kinds[letter as keyof typeof kinds],
      family: families[family as keyof typeof families],
      source,
      destination: value,
    });
  });
}

const unescaped = (text: string) => text.replace(/\\(.)/gs, '$1');

/** The kinds that have options. */
export type OptionKind = (typeof kinds)[keyof typeof kinds];

/**
 * Reads the word after -L, -R or -D: `[address:]port:host:hostport`, or `[address:]port` for -D, and for -R where the
 * server is to be a SOCKS proxy; a path in the place of `[address:]port` or of `host:hostport`, without colons in it.
 */
export function parseOptionForward(kind: OptionKind, text: string, family: ForwardFamily = 'auto'): Result<Forward> {
  const parts = rawPartsOf(text);
  if (parts === null) return refused('source', badSource());
  const isSource = parts.length === 1 || (parts.length === 2 && !parts.some((part) => part.startsWith('/')));
  if (kind === 'dynamic') return parseTypedForward({ kind, family, source: text, destination: '' });
  if (kind === 'remote' && isSource) {
    return parseTypedForward({ kind: 'remote-dynamic', family, source: text, destination: '' });
  }
  const last = parts.at(-1)?.startsWith('/') ? -1 : -2;
  return parseTypedForward({
    kind,
    family,
    source: parts.slice(0, last).join(':'),
    destination: parts.slice(last).join(':'),
  });
}

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

/** What macOS takes in the name of a socket, the least of all; Node would cut longer ones without a word. */
const maxPathBytes = 103;

/** Whether it can be the path of a socket in the file system. */
export const isSocketPath = (text: string): boolean => /^\/[^\p{Cc}]+$/u.test(text) && utf8Length(text) <= maxPathBytes;

const utf8Length = (text: string) =>
  [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4);
  }, 0);

/** No name or address has blanks, brackets or control characters; what the name stands for is looked up when needed. */
const isHost = (text: string) => /^[^\s[\]\p{Cc}]{1,255}$/u.test(text);

const refused = (field: 'source' | 'destination', message: string): { readonly ok: false; readonly failure: Failure } =>
  failed({ code: 'invalid-payload', message, retryable: false, field });

const badPort = () => t('Enter a port from 1 to 65535.');
const badRemotePort = () => t('Enter a port from 1 to 65535, or 0 to let the server choose.');
const badSource = () => t('Enter a port, or an address and a port, such as 8080, 127.0.0.1:8080 or [::1]:8080.');
const badDestination = () => t('Enter a host and a port, such as localhost:80 or [::1]:80.');
const badPath = () =>
  t('Enter the path of a socket, such as /run/user/1000/app.sock, of at most {maxPathBytes} bytes.', { maxPathBytes });
const noDestination = () => t('A dynamic forward has no destination: whoever connects names it.');
