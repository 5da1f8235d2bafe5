import type { AcceptConnection, Client, ClientChannel, RejectConnection, TcpConnectionDetails } from 'ssh2';
import { type Forward, hostAndPort } from '#contract/forwards/forward.ts';

/** Where a server listens for us: a port (RFC 4254, 7.1), or a socket in its file system (OpenSSH's PROTOCOL, 2.4). */
export type ServerPlace =
  | { readonly kind: 'port'; readonly address: string; readonly port: number }
  | { readonly kind: 'socket'; readonly path: string };

type Accept = AcceptConnection<ClientChannel>;

/** Takes a channel that the server opens for a connection to such a place. */
export type Take = (accept: Accept, reject: RejectConnection) => void;

/** The places that the server was asked for: a channel for any other is refused. */
export interface ServerPlaces {
  readonly set: (place: ServerPlace, take: Take) => void;
  readonly delete: (place: ServerPlace) => void;
}

export function watchServerPlaces(client: Client): ServerPlaces {
  const takers = new Map<string, Take>();
  const hand = (place: ServerPlace, accept: Accept, reject: RejectConnection) => {
    const take = takers.get(keyOf(place));
    if (take === undefined) reject();
    else take(accept, reject);
  };
  client.on('tcp connection', ({ destIP, destPort }: TcpConnectionDetails, accept: Accept, reject) =>
    hand({ kind: 'port', address: destIP, port: destPort }, accept, reject),
  );
  client.on('unix connection', ({ socketPath }, accept, reject) =>
    hand({ kind: 'socket', path: socketPath }, accept as Accept, reject),
  );
  return {
    set: (place, take) => takers.set(keyOf(place), take),
    delete: (place) => takers.delete(keyOf(place)),
  };
}

const keyOf = (place: ServerPlace) => JSON.stringify(place.kind === 'port' ? [place.address, place.port] : place.path);

/** What to ask for: an empty address is all, `localhost` all of the server's loopback ones. */
export function serverPlaceOf(forward: Forward, acceptsAll: boolean): ServerPlace {
  if ('listenPath' in forward) return { kind: 'socket', path: forward.listenPath };
  const { family, bindAddress, port } = forward;
  const isAll = bindAddress === '*' || (bindAddress === '' && acceptsAll);
  const all = { auto: '', ipv4: '0.0.0.0', ipv6: '::' };
  const loopback = { auto: 'localhost', ipv4: '127.0.0.1', ipv6: '::1' };
  return { kind: 'port', address: isAll ? all[family] : bindAddress || loopback[family], port };
}

export const placeWords = (place: ServerPlace): string =>
  place.kind === 'socket' ? place.path : hostAndPort(place.address === '' ? '*' : place.address, place.port);

/** Asks the server to listen; it is told where it does, for it may choose the port. Throws where the connection ended. */
export function askToListen(
  client: Client,
  place: ServerPlace,
  onReply: (error: Error | undefined, place: ServerPlace) => void,
): void {
  if (place.kind === 'socket')
    client.openssh_forwardInStreamLocal(place.path, (error) => onReply(asError(error), place));
  else client.forwardIn(place.address, place.port, (error, port) => onReply(error, { ...place, port }));
}

/** Asks it to stop. Throws where the connection ended. */
export function askToStop(client: Client, place: ServerPlace, onReply: (error: Error | undefined) => void): void {
  const handleReply = (error?: Error | null) => onReply(asError(error));
  if (place.kind === 'socket') client.openssh_unforwardInStreamLocal(place.path, handleReply);
  else client.unforwardIn(place.address, place.port, handleReply);
}

const asError = (error: Error | null | undefined) => error ?? undefined;
