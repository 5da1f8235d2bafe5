import type { Client, ClientChannel } from 'ssh2';
import { quietly } from '../quietly.ts';
import { widenWindow } from '../ssh2-internals/channels.ts';

/** Bytes unread while paused. A server that keeps to its window of 256 KB never comes near. */
const maxUnread = 1024 * 1024;

/** Given back to the server at once, bytes: the fewer packets the better, but well before its 256 KB are used up. */
const widenBy = 128 * 1024;

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
  onBytes: (bytes: Uint8Array, isError: boolean) => void,
): Output {
  const streams = [channel, channel.stderr];
  let taken = 0;

  const take = (bytes: Buffer, isError: boolean) => {
    taken += bytes.length;
    if (taken >= widenBy) {
      const bytesToWiden = taken;
      taken = 0;
      quietly(() => widenWindow(client, channel, bytesToWiden));
    }
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
