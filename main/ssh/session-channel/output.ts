import type { Client, ClientChannel } from 'ssh2';
import type { Clock } from '../../keepalive/clock.ts';
import { quietly } from '../quietly.ts';
import { widenWindow } from '../ssh2-internals/channels.ts';
import { createReceiveWindow, mostWindow } from './receive-window.ts';

/** Bytes unread while paused, which a server that keeps to its window never comes near; ssh2 drops what is beyond 2 MB. */
const maxUnread = 1.5 * mostWindow;

/** Reads what the program prints, and lets the server send as much again. */
export interface Output {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Gives what is left, paused or not. */
  readonly flush: () => void;
  /** The server goes on sending past its window (RFC 4254, 5.2), which ssh2 does not enforce. */
  readonly isOverrun: () => boolean;
}

export function readOutput(
  client: Client,
  channel: ClientChannel,
  clock: Clock,
  onBytes: (bytes: Uint8Array, isError: boolean) => void,
): Output {
  const streams = [channel, channel.stderr];
  const receiveWindow = createReceiveWindow(clock);

  const take = (bytes: Buffer, isError: boolean) => {
    const more = receiveWindow(bytes.length);
    if (more > 0) quietly(() => widenWindow(client, channel, more));
    onBytes(bytes, isError);
  };
  for (const stream of streams) stream.on('data', (bytes: Buffer) => take(bytes, stream !== channel));

  return {
    pause: () => {
      for (const stream of streams) stream.pause();
    },
    resume: () => {
      for (const stream of streams) stream.resume();
    },
    flush: () => {
      // `read` hands each chunk to the listeners too.
      for (const stream of streams) while (stream.read() !== null);
    },
    isOverrun: () => channel.readableLength + channel.stderr.readableLength > maxUnread,
  };
}
