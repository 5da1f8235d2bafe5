import type { Failure } from './failure.ts';

/** Which protocol versions a forward listens on. */
export type ForwardFamily = 'auto' | 'ipv4' | 'ipv6';

interface Listening {
  readonly family: ForwardFamily;
  /**
   * The address to listen on. Empty: the settings decide whether other hosts may connect; `*`: they may; a name or an
   * address, without brackets: that one alone.
   */
  readonly bindAddress: string;
  /** 1 to 65535; 0 on the server's side lets the server choose. */
  readonly port: number;
}

/** `local` listens here and goes to what the server reaches; `remote` listens at the server and comes here. */
export interface HostForward extends Listening {
  readonly kind: 'local' | 'remote';
  /** Where connections go: a name or an address, without brackets. */
  readonly host: string;
  readonly hostPort: number;
}

/** Listens here as a SOCKS proxy: who connects says where to. */
export interface DynamicForward extends Listening {
  readonly kind: 'dynamic';
}

export type Forward = HostForward | DynamicForward;

/** How a forward stands. */
export type ForwardState =
  /** The session is not connected: it opens once that is logged in. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'opening' }
  /** Takes connections at these addresses, such as `127.0.0.1:8080`. */
  | { readonly kind: 'listening'; readonly addresses: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Connections and bytes of a forward since its session was opened; a connection counts once it was let through. */
export interface ForwardCounts {
  /** Connections that are open now. */
  readonly connections: number;
  readonly total: number;
  /** Connections that came about on the listening side alone: the other side could not be reached. */
  readonly failed: number;
  /** Bytes that came from the server, and that went to it. */
  readonly received: number;
  readonly sent: number;
}

/** One forward of a session, as it is shown. */
export interface ForwardStatus extends ForwardCounts {
  readonly forward: Forward;
  readonly state: ForwardState;
}

/** Whether two forwards are the same in all. */
export const isSameForward = (a: Forward, b: Forward): boolean =>
  listeningPlace(a) === listeningPlace(b) && a.kind === b.kind && destinationOf(a) === destinationOf(b);

/** Whether two forwards want to listen at the same place, so that only one can. */
export const isSameListener = (a: Forward, b: Forward): boolean =>
  a.port !== 0 &&
  listeningPlace({ ...a, family: 'auto' }) === listeningPlace({ ...b, family: 'auto' }) &&
  (a.family === b.family || a.family === 'auto' || b.family === 'auto');

const listeningPlace = ({ kind, family, bindAddress, port }: Forward) =>
  JSON.stringify([kind === 'remote', family, bindAddress, port]);

const destinationOf = (forward: Forward) =>
  forward.kind === 'dynamic' ? '' : JSON.stringify([forward.host, forward.hostPort]);

/** An address with its port, an IPv6 one in brackets. */
export const hostAndPort = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
