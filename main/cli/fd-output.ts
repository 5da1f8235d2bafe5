import { write } from 'node:fs';

/** How long to wait for a descriptor that another process made non-blocking and that is full; ms. */
const retryMs = 5;

/**
 * Writes to an open file, pipe or terminal without ever blocking the process. Node's own process.stdout blocks where it
 * is a terminal or a pipe: with a reader that pauses, such as less, no keepalive would be sent.
 */
export interface FdOutput {
  /** In order; `onWritten` is called once it is all written. After a fault everything is dropped. */
  readonly write: (bytes: Uint8Array, onWritten?: () => void) => void;
  /** Resolves when all is written, or nothing can be any more. */
  readonly drained: () => Promise<void>;
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly onWritten: (() => void) | undefined;
}

/** `onBroken`: nobody reads any more, or the disk is full; by its code, such as EPIPE or ENOSPC. Once. */
export function createFdOutput(descriptor: number, onBroken: (code: string) => void): FdOutput {
  let queue: readonly Piece[] = [];
  let isWriting = false;
  let isBroken = false;
  let waiting: readonly (() => void)[] = [];

  const settle = () => {
    isWriting = false;
    const settled = waiting;
    waiting = [];
    for (const resolve of settled) resolve();
  };

  const fail = (code: string) => {
    isBroken = true;
    queue = [];
    settle();
    onBroken(code);
  };

  const next = (): void => {
    const [piece] = queue;
    if (piece === undefined) {
      settle();
      return;
    }
    isWriting = true;
    write(descriptor, piece.bytes, (error, written) => {
      if (error !== null && error.code === 'EAGAIN') setTimeout(next, retryMs);
      else if (error !== null) fail(error.code ?? 'EIO');
      else if (written < piece.bytes.length) {
        queue = [{ ...piece, bytes: piece.bytes.subarray(written) }, ...queue.slice(1)];
        next();
      } else {
        queue = queue.slice(1);
        piece.onWritten?.();
        next();
      }
    });
  };

  return {
    write: (bytes, onWritten) => {
      if (isBroken) return;
      queue = [...queue, { bytes, onWritten }];
      if (!isWriting) next();
    },
    drained: () => (isWriting ? new Promise((resolve) => (waiting = [...waiting, resolve])) : Promise.resolve()),
  };
}
