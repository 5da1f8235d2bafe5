import type { Duplex } from 'node:stream';

/** So much goes out at once, bytes: the other side takes it while the rest is still being encrypted. */
const enoughBytes = 256 * 1024;

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
    const hasRoom = own(...chunk);
    if (stream.writableLength >= enoughBytes) stream.uncork();
    return hasRoom;
  };
}
