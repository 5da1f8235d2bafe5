import type { Socket } from 'node:net';
import type { ClientChannel } from 'ssh2';
import { type Target, targetOf } from '#contract/forwards/forward.ts';
import type { ForwardRequest, OpenForward } from '../../session/ports/transport.ts';
import { quietly } from '../quietly.ts';
import { closeForGood } from '../ssh2-internals/channels.ts';
import type { ForwardContext } from './context.ts';
import { channelSentence, outcomeOf } from './forward-failures.ts';
import { type Listeners, listen, placesOf } from './listeners.ts';
import { listenAtPath } from './socket-listener.ts';
import { readSocksRequest } from './socks.ts';
import { type SocksOutcome, socksReply } from './socks-request.ts';
import { createTally } from './tally.ts';

/** Where a connection goes, and who waits to hear whether it got there. */
interface Journey {
  readonly target: Target;
  readonly onOutcome: (outcome: SocksOutcome) => void;
}

/**
 * A local or dynamic forward: listens here, and for each connection opens a channel: `direct-tcpip` (RFC 4254, 7.2), or
 * to a socket of the server `direct-streamlocal@openssh.com` (OpenSSH's PROTOCOL, 2.4).
 */
export function openLocalForward(context: ForwardContext, request: ForwardRequest): OpenForward {
  const { forward, acceptsAll, replacesSocket, onSettled } = request;
  const fixedTarget = targetOf(forward);
  const { client, server, clock, relays, onRefused } = context;
  const tally = createTally();
  const sockets = new Set<Socket>();
  let listeners: Listeners | null = null;
  let closed = false;

  const fail = (socket: Socket, sentence: string) => {
    tally.failed += 1;
    onRefused(sentence);
    socket.end(() => socket.destroy());
  };

  const letThrough = (socket: Socket, { target, onOutcome }: Journey) => {
    const handleOpened = (error: Error | undefined, channel?: ClientChannel) => {
      if (channel !== undefined && socket.destroyed) quietly(() => closeForGood(channel));
      else if (channel !== undefined) {
        onOutcome('connected');
        relays.join(socket, channel, tally);
      } else if (!socket.destroyed) {
        const refusal = error ?? new Error();
        onOutcome(outcomeOf(refusal));
        fail(socket, channelSentence(refusal, server, target));
      }
    };
    try {
      if ('path' in target) client.openssh_forwardOutStreamLocal(target.path, handleOpened);
      else {
        const { remoteAddress = '127.0.0.1', remotePort = 0 } = socket;
        client.forwardOut(remoteAddress, remotePort, target.host, target.hostPort, handleOpened);
      }
    } catch {
      socket.destroy(); // the connection has just ended
    }
  };

  const handleSocket = (socket: Socket) => {
    if (closed) {
      socket.destroy(); // it came by the first address while the second was being opened
      return;
    }
    if (!relays.hasRoom()) {
      socket.destroy();
      tally.failed += 1;
      onRefused('A connection of a forward was closed at once: too many are open.');
      return;
    }
    relays.hold(socket);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (fixedTarget !== null) return letThrough(socket, { target: fixedTarget, onOutcome: () => undefined });
    readSocksRequest({ stream: socket, clock, close: () => socket.destroy() }, ({ version, host, port }) =>
      letThrough(socket, {
        target: { host, hostPort: port },
        onOutcome: (outcome) => socket.write(socksReply(version, outcome)),
      }),
    );
  };

  const listening =
    'listenPath' in forward
      ? listenAtPath(forward.listenPath, replacesSocket, handleSocket)
      : listen(placesOf(forward, acceptsAll), forward.port, handleSocket);
  void listening.then((outcome) => {
    if (closed) {
      if (outcome.ok) outcome.value.close();
      return;
    }
    if (outcome.ok) listeners = outcome.value;
    onSettled(outcome.ok ? { ok: true, value: outcome.value.addresses } : outcome);
  });

  return {
    counts: () => ({ ...tally }),
    close: () => {
      closed = true;
      listeners?.close();
      // Cut, not ended: what is left of a stream must not look like the whole.
      for (const socket of sockets) isTcp(socket) ? socket.resetAndDestroy() : socket.destroy();
    },
  };
}

/** What came over a socket of the file system can't be reset. */
const isTcp = (socket: Socket) => socket.remotePort !== undefined;
