import type { Socket } from 'node:net';
import type { ClientChannel } from 'ssh2';
import { assertNever } from '#contract/failure.ts';
import type { ForwardRequest, OpenForward } from '../../session/transport.ts';
import { quietly } from '../quietly.ts';
import { closeForGood } from '../ssh2-internals/channels.ts';
import type { ForwardContext } from './context.ts';
import { channelSentence, outcomeOf } from './forward-failures.ts';
import { type Listeners, listen, placesOf } from './listeners.ts';
import { readSocksRequest } from './socks.ts';
import { type SocksOutcome, socksReply } from './socks-request.ts';
import { createTally } from './tally.ts';

/** Where a connection goes, and who waits to hear whether it got there. */
interface Journey {
  readonly host: string;
  readonly port: number;
  readonly onOutcome: (outcome: SocksOutcome) => void;
}

/** A local or dynamic forward: listens here, and opens a `direct-tcpip` channel for each connection (RFC 4254, 7.2). */
export function openLocalForward(context: ForwardContext, request: ForwardRequest): OpenForward {
  const { forward, acceptsAll, onSettled } = request;
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

  const letThrough = (socket: Socket, { host, port, onOutcome }: Journey) => {
    const handleOpened = (error: Error | undefined, channel?: ClientChannel) => {
      if (channel !== undefined && socket.destroyed) quietly(() => closeForGood(channel));
      else if (channel !== undefined) {
        onOutcome('connected');
        relays.join(socket, channel, tally);
      } else if (!socket.destroyed) {
        const refusal = error ?? new Error();
        onOutcome(outcomeOf(refusal));
        fail(socket, channelSentence(refusal, server, host, port));
      }
    };
    try {
      client.forwardOut(socket.remoteAddress ?? '127.0.0.1', socket.remotePort ?? 0, host, port, handleOpened);
    } catch {
      socket.destroy(); // the connection has just ended
    }
  };

  const handleSocket = (socket: Socket) => {
    if (closed) {
      socket.destroy(); // it came by the first address while the second was being opened
      return;
    }
    if (!relays.hold(socket, () => sockets.delete(socket))) {
      tally.failed += 1;
      onRefused('A connection of a forward was closed at once: too many are open.');
      return;
    }
    sockets.add(socket);
    switch (forward.kind) {
      case 'local':
        return letThrough(socket, { host: forward.host, port: forward.hostPort, onOutcome: () => undefined });
      case 'dynamic':
        return readSocksRequest(socket, clock, ({ version, host, port }) =>
          letThrough(socket, { host, port, onOutcome: (outcome) => socket.write(socksReply(version, outcome)) }),
        );
      case 'remote':
        return;
      default:
        return assertNever(forward);
    }
  };

  void listen(placesOf(forward, acceptsAll), forward.port, handleSocket).then((outcome) => {
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
      for (const socket of sockets) socket.resetAndDestroy();
    },
  };
}
