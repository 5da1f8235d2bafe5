import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A way to an SSH server, made: what SSH is spoken over. Its end closes all that it leads through. */
export interface Wire {
  readonly stream: Duplex;
  /** Bytes that went through it so far, both directions together. */
  readonly passed: () => number;
  /** The TCP connection of this computer that it begins with; null where a command makes it. */
  readonly socket: Socket | null;
}

export const wireOver = (socket: Socket): Wire => ({
  stream: socket,
  passed: () => socket.bytesRead + socket.bytesWritten,
  socket,
});
