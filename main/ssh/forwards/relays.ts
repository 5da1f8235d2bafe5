import type { Socket } from 'node:net';
import type { ClientChannel } from 'ssh2';
import { quietly } from '../quietly.ts';
import { closeForGood } from '../ssh2-internals/channels.ts';
import type { Tally } from './tally.ts';

/** Connections at a time over all forwards of one SSH connection: a browser keeps below. Each may hold 3 MB. */
const maxConnections = 256;

/** Bytes that one channel may have brought and nobody taken; a server that keeps to its window of 2 MB stays below. */
const maxUnread = 8 * 1024 * 1024;

/** Passes bytes between sockets of this computer and channels; all that the forwards of one SSH connection carry. */
export interface Relays {
  /** Whether one more may be taken in. */
  readonly hasRoom: () => boolean;
  /** Takes in one end of a connection, which counts until it is closed. */
  readonly hold: (end: Socket | ClientChannel) => void;
  /** Joins a socket with a channel, one of which is held, until both are closed. */
  readonly join: (socket: Socket, channel: ClientChannel, tally: Tally) => void;
  /** The server goes on sending past a channel's window (RFC 4254, 5.2), which ssh2 does not enforce. */
  readonly isOverrun: () => boolean;
}

export function createRelays(): Relays {
  const held = new Set<Socket | ClientChannel>();
  const channels = new Set<ClientChannel>();

  return {
    hasRoom: () => held.size < maxConnections,
    hold: (end) => {
      held.add(end);
      end.on('error', () => {}); // `close` follows
      end.once('close', () => held.delete(end));
    },
    join: (socket, channel, tally) => {
      tally.connections += 1;
      tally.total += 1;
      channels.add(channel);
      socket.setNoDelay(true);
      const close = () => quietly(() => closeForGood(channel));
      channel.on('error', () => {});
      channel.stderr.resume();
      channel.on('data', (bytes: Buffer) => {
        tally.received += bytes.length;
      });
      socket.on('data', (bytes: Buffer) => {
        tally.sent += bytes.length;
      });
      // Each passes on the end of the other: half of a connection may stay open.
      socket.pipe(channel).pipe(socket);
      channel.once('close', () => socket.destroySoon());
      const handleClosed = (hadError: boolean) => {
        tally.connections -= 1;
        channels.delete(channel);
        const isWhole = socket.readableEnded && !hadError;
        // What was sent last may still wait for the server's window.
        if (isWhole && !channel.writableFinished) channel.once('finish', close);
        else close();
      };
      if (socket.closed) handleClosed(true);
      else socket.once('close', handleClosed);
    },
    isOverrun: () => [...channels].some((channel) => channel.readableLength > maxUnread),
  };
}
