import { connect, type Socket } from 'node:net';
import type { AcceptConnection, Client, ClientChannel, RejectConnection, TcpConnectionDetails } from 'ssh2';
import { failed, success } from '#contract/failure.ts';
import { type HostForward, hostAndPort } from '#contract/forward.ts';
import type { ForwardRequest, OpenForward } from '../../session/transport.ts';
import { quietly } from '../quietly.ts';
import { codeOf } from '../wire/socket.ts';
import type { ForwardContext } from './context.ts';
import { remoteRefused } from './forward-failures.ts';
import { createTally } from './tally.ts';

type Accept = AcceptConnection<ClientChannel>;
type Take = (accept: Accept, reject: RejectConnection) => void;

/** The ports that the server was asked for: a channel for any other is refused. */
export interface RemotePorts {
  readonly set: (address: string, port: number, take: Take) => void;
  readonly delete: (address: string, port: number) => void;
}

export function watchRemotePorts(client: Client): RemotePorts {
  const takers = new Map<string, Take>();
  const keyOf = (address: string, port: number) => JSON.stringify([address, port]);
  client.on('tcp connection', ({ destIP, destPort }: TcpConnectionDetails, accept: Accept, reject) => {
    const take = takers.get(keyOf(destIP, destPort));
    if (take === undefined) quietly(reject);
    else take(accept, reject);
  });
  return {
    set: (address, port, take) => takers.set(keyOf(address, port), take),
    delete: (address, port) => takers.delete(keyOf(address, port)),
  };
}

/** The address to ask for, as RFC 4254, 7.1 names it: empty is all, `localhost` all of the server's loopback ones. */
export function remoteAddress({ family, bindAddress }: HostForward, acceptsAll: boolean): string {
  const isAll = bindAddress === '*' || (bindAddress === '' && acceptsAll);
  if (isAll) return { auto: '', ipv4: '0.0.0.0', ipv6: '::' }[family];
  if (bindAddress !== '') return bindAddress;
  return { auto: 'localhost', ipv4: '127.0.0.1', ipv6: '::1' }[family];
}

/** A remote forward: the server listens, and we connect to where it leads for each of its channels. */
export function openRemoteForward(
  { client, server, relays, onRefused }: ForwardContext,
  ports: RemotePorts,
  { acceptsAll, onSettled }: ForwardRequest,
  forward: HostForward,
): OpenForward {
  const address = remoteAddress(forward, acceptsAll);
  const tally = createTally();
  const sockets = new Set<Socket>();
  let port: number | null = null;
  let closed = false;

  const take: Take = (accept, reject) => {
    const { host, hostPort } = forward;
    const socket = connect({ host, port: hostPort, allowHalfOpen: true });
    let isConnected = false;
    const handleClosed = () => {
      sockets.delete(socket);
      // Also where the forward was closed meanwhile: the server waits for an answer.
      if (!isConnected) quietly(reject);
    };
    if (!relays.hold(socket, handleClosed)) {
      tally.failed += 1;
      onRefused('A connection of a forward was refused: too many are open.');
      quietly(reject);
      return;
    }
    sockets.add(socket);
    const handleRefused = (error: Error) => {
      tally.failed += 1;
      onRefused(`This computer could not connect to ${hostAndPort(host, hostPort)} (${codeOf(error)}).`);
    };
    socket.once('error', handleRefused);
    socket.once('connect', () => {
      isConnected = true;
      socket.off('error', handleRefused);
      quietly(() => relays.join(socket, accept(), tally));
    });
  };

  const stop = (listeningPort: number) => {
    ports.delete(address, listeningPort);
    quietly(() =>
      client.unforwardIn(address, listeningPort, (error?: Error | null) => {
        // dropbear 2022.83 does so
        if (error)
          onRefused(`${server} goes on listening on port ${listeningPort}; who connects to it is turned away.`);
      }),
    );
  };

  const handleReply = (error: Error | undefined, given: number) => {
    if (closed) {
      if (!error) stop(given);
    } else if (error) onSettled(failed(remoteRefused(server, forward.port)));
    else {
      port = given;
      ports.set(address, given, take);
      onSettled(success([`${hostAndPort(address === '' ? '*' : address, given)} at ${server}`]));
    }
  };
  try {
    client.forwardIn(address, forward.port, handleReply);
  } catch {
    // the connection has just ended
  }

  return {
    counts: () => ({ ...tally }),
    close: () => {
      closed = true;
      if (port !== null) stop(port);
      for (const socket of sockets) socket.destroy();
    },
  };
}
