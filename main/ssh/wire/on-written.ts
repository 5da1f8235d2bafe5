import type { Duplex } from 'node:stream';

/** Tells of what is written to a stream from now on, before the stream has it. */
export function onWritten(stream: Duplex, listener: (bytes: Uint8Array) => void): void {
  const own = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  stream.write = (chunk: unknown, ...rest: unknown[]) => {
    if (chunk instanceof Uint8Array) listener(chunk);
    return own(chunk, ...rest);
  };
}
