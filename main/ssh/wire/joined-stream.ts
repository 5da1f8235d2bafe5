import { Duplex, type Readable, type Writable } from 'node:stream';

export interface JoinedStreamOptions {
  readonly readable: Readable;
  readonly writable: Writable;
  /** Once: the stream is over, and both ends of it are to be let go of. */
  readonly onClose: () => void;
}

/**
 * One stream of two. It is over when the reading side is, and closes for certain when it is destroyed, which ssh2's
 * channels do not: they wait for the other side's word.
 */
export function joinedStream({ readable, writable, onClose }: JoinedStreamOptions): Duplex {
  const take = (chunk: Buffer) => {
    if (!stream.push(chunk)) readable.pause();
  };
  const write = (chunk: Buffer, done: () => void) => {
    // What nobody takes any more is dropped: the end comes by the reading side.
    if (!writable.writable || writable.write(chunk)) done();
    else untilDrained(writable, done);
  };
  const stream = new Duplex({
    // Who speaks SSH over it has nothing more to say to a side that has hung up.
    allowHalfOpen: false,
    read: () => {
      readable.resume();
    },
    write: (chunk: Buffer, _encoding, done) => write(chunk, done),
    writev: (chunks, done) => write(Buffer.concat(chunks.map(({ chunk }) => chunk)), done),
    final: (done) => {
      writable.end();
      done();
    },
    destroy: (error, done) => {
      readable.off('data', take).resume(); // its end comes after all else
      onClose();
      done(error);
    },
  });
  // Errors of either end come with its close; who destroys a stream may leave it with some.
  readable.on('error', () => {});
  writable.on('error', () => {});
  readable.on('data', take);
  readable.pause();
  return stream;
}

function untilDrained(writable: Writable, done: () => void): void {
  const finish = () => {
    writable.off('drain', finish).off('close', finish);
    done();
  };
  writable.on('drain', finish).on('close', finish);
}
