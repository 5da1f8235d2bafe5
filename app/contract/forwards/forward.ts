import type { Failure } from '../failure.ts';

/** Which protocol versions a forward listens on. */
export type ForwardFamily = 'auto' | 'ipv4' | 'ipv6';

/** A TCP port to listen on. */
export interface PortListener {
  readonly family: ForwardFamily;
  /**
   * The address to listen on. Empty: the settings decide whether other hosts may connect; `*`: they may; a name or an
   * address, without brackets: that one alone.
   */
  readonly bindAddress: string;
  /** 1 to 65535; 0 on the server's side lets the server choose. */
  readonly port: number;
}

/** A socket in the file system to listen on. */
export interface SocketListener {
  readonly listenPath: string;
}

export type Listener = PortListener | SocketListener;

/** Where connections go: a name or an address, without brackets, and a port. */
export interface HostTarget {
  readonly host: string;
  readonly hostPort: number;
}

/** Where connections go: a socket in the file system of the far end. */
export interface SocketTarget {
  readonly path: string;
}

export type Target = HostTarget | SocketTarget;

/** `local` listens here and goes to what the server reaches; `remote` listens at the server and comes here. */
export type TargetedForward = { readonly kind: 'local' | 'remote' } & Listener & Target;

/** A SOCKS proxy, here or at the server: who connects says where to. */
export type DynamicForward = { readonly kind: 'dynamic' | 'remote-dynamic' } & Listener;

export type Forward = TargetedForward | DynamicForward;

/** Whether it is the server that listens. */
export const listensAtServer = ({ kind }: Forward): boolean => kind === 'remote' || kind === 'remote-dynamic';

/** Where a forward leads to; null where its clients say so. */
export const targetOf = (forward: Forward): Target | null =>
  forward.kind === 'local' || forward.kind === 'remote' ? forward : null;

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

/** X11 forwarding of a session: how it stands, and what goes through it. */
export interface X11Status extends ForwardCounts {
  readonly state:
    | { readonly kind: 'waiting' }
    /** Programs at the server are shown on this display. */
    | { readonly kind: 'on'; readonly display: string }
    /** Why there is none: a full sentence. */
    | { readonly kind: 'failed'; readonly reason: string };
}

/** Whether two forwards are the same in all. */
export const isSameForward = (a: Forward, b: Forward): boolean =>
  listeningPlace(a) === listeningPlace(b) && a.kind === b.kind && destinationOf(a) === destinationOf(b);

/** Whether two forwards want to listen at the same place, so that only one can. */
export function isSameListener(a: Forward, b: Forward): boolean {
  if ('listenPath' in a || 'listenPath' in b) return listeningPlace(a) === listeningPlace(b);
  return (
    a.port !== 0 &&
    listeningPlace({ ...a, family: 'auto' }) === listeningPlace({ ...b, family: 'auto' }) &&
    (a.family === b.family || a.family === 'auto' || b.family === 'auto')
  );
}

const listeningPlace = (forward: Forward) =>
  'listenPath' in forward
    ? JSON.stringify([listensAtServer(forward), forward.listenPath])
    : JSON.stringify([listensAtServer(forward), forward.family, forward.bindAddress, forward.port]);

const destinationOf = (forward: Forward) => {
  const target = targetOf(forward);
  return target === null ? '' : targetText(target);
};

/** `host:port`, or the path of a socket. */
export const targetText = (target: Target): string =>
  'path' in target ? target.path : hostAndPort(target.host, target.hostPort);

/** An address with its port, an IPv6 one in brackets. */
export const hostAndPort = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
