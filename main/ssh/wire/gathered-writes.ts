import type { Duplex } from 'node:stream';

/**
 * What is written in one turn of the event loop goes out at its end, as one, from now on: ssh2 writes each packet in three
 * parts, and every part would be a system call and, with TCP_NODELAY, a segment of TCP.
 */
export function gatherWrites(stream: Duplex): void {
  const own = stream.write.bind(stream) as (...chunk: unknown[]) => boolean;
  stream.write = (...chunk: unknown[]) => {
    if (stream.writableCorked === 0) {
      stream.cork();
      process.nextTick(() => stream.uncork());
    }
    return own(...chunk);
  };
}
