import { connect, type Socket } from 'node:net';
import { failed, success } from '#contract/failure.ts';
import { type Target, targetOf, targetText } from '#contract/forwards/forward.ts';
import type { ForwardRequest, OpenForward } from '../../session/ports/transport.ts';
import { quietly } from '../quietly.ts';
import { closeForGood } from '../ssh2-internals/channels.ts';
import { codeOf } from '../wire/socket.ts';
import type { ForwardContext } from './context.ts';
import { remoteRefused } from './forward-failures.ts';
import {
  askToListen,
  askToStop,
  placeWords,
  type ServerPlace,
  type ServerPlaces,
  serverPlaceOf,
  type Take,
} from './server-place.ts';
import { readSocksRequest } from './socks.ts';
import { socksReply } from './socks-request.ts';
import { createTally } from './tally.ts';

/** What becomes of an attempt to connect; one of the two is called, once. */
interface Attempt {
  readonly onConnected: (socket: Socket) => void;
  readonly onFailed: () => void;
}

/**
 * A remote forward: the server listens, and for each of its channels we connect to where it leads, or to where the SOCKS
 * client on it says.
 */
export function openRemoteForward(
  { client, server, clock, relays, onRefused }: ForwardContext,
  places: ServerPlaces,
  { forward, acceptsAll, onSettled }: ForwardRequest,
): OpenForward {
  const wanted = serverPlaceOf(forward, acceptsAll);
  const target = targetOf(forward);
  const tally = createTally();
  const ends = new Set<() => void>();
  let listening: ServerPlace | null = null;
  let closed = false;

  const connectHere = (target: Target, { onConnected, onFailed }: Attempt): Socket => {
    const way = 'path' in target ? { path: target.path } : { host: target.host, port: target.hostPort };
    const socket = connect({ ...way, allowHalfOpen: true, noDelay: true });
    const end = () => socket.destroy();
    let isConnected = false;
    ends.add(end);
    socket.on('error', (error) => {
      if (isConnected) return;
      tally.failed += 1;
      onRefused(`This computer could not connect to ${targetText(target)} (${codeOf(error)}).`);
    });
    socket.once('close', () => {
      ends.delete(end);
      // Also where the forward was closed meanwhile: the server waits for an answer.
      if (!isConnected) quietly(onFailed);
    });
    socket.once('connect', () => {
      isConnected = true;
      quietly(() => onConnected(socket));
    });
    return socket;
  };

  const takeFor =
    (target: Target): Take =>
    (accept, reject) => {
      const onConnected = (socket: Socket) => relays.join(socket, accept(), tally);
      relays.hold(connectHere(target, { onConnected, onFailed: reject }));
    };

  const takeSocks: Take = (accept) => {
    const channel = accept();
    const close = () => quietly(() => closeForGood(channel));
    relays.hold(channel);
    ends.add(close);
    channel.once('close', () => ends.delete(close));
    readSocksRequest({ stream: channel, clock, close }, ({ version, host, port }) => {
      const onConnected = (socket: Socket) => {
        channel.off('close', giveUp).write(socksReply(version, 'connected'));
        relays.join(socket, channel, tally);
      };
      const onFailed = () => channel.end(socksReply(version, 'failed'), close);
      const socket = connectHere({ host, hostPort: port }, { onConnected, onFailed });
      const giveUp = () => socket.destroy();
      channel.once('close', giveUp);
    });
  };

  const take: Take = (accept, reject) => {
    if (relays.hasRoom()) return target === null ? takeSocks(accept, reject) : takeFor(target)(accept, reject);
    tally.failed += 1;
    onRefused('A connection of a forward was refused: too many are open.');
    reject();
  };

  const stop = (place: ServerPlace) => {
    places.delete(place);
    quietly(() =>
      askToStop(client, place, (error) => {
        // dropbear 2022.83 does so
        if (error !== undefined) {
          const where = place.kind === 'port' ? `port ${place.port}` : place.path;
          onRefused(`${server} goes on listening on ${where}; who connects to it is turned away.`);
        }
      }),
    );
  };

  const handleReply = (error: Error | undefined, given: ServerPlace) => {
    if (closed) {
      if (error === undefined) stop(given);
    } else if (error !== undefined) onSettled(failed(remoteRefused(server, wanted)));
    else {
      listening = given;
      places.set(given, take);
      onSettled(success([`${placeWords(given)} at ${server}`]));
    }
  };
  // It throws where the connection has just ended.
  quietly(() => askToListen(client, wanted, handleReply));

  return {
    counts: () => ({ ...tally }),
    close: () => {
      closed = true;
      if (listening !== null) stop(listening);
      for (const end of ends) end();
    },
  };
}
