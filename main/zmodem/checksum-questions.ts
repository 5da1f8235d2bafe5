import type { Cancel, Clock } from '../keepalive/clock.ts';

/** A sender that reads a large file for it takes a while; one that knows nothing of it never answers. Ms. */
const answerMs = 30_000;

/** Asks a sender for checksums of the file that it offers; in their order, they are answered. */
export interface ChecksumQuestions {
  /** CRC-32 of the first so many bytes; null where no answer comes. */
  readonly ask: (bytes: number) => Promise<number | null>;
  /** Has the sender wait on, which gives up after 60 s of silence: any question will do. */
  readonly keepWaiting: () => void;
  readonly handle: (checksum: number) => void;
  readonly end: () => void;
}

export function createChecksumQuestions(clock: Clock, send: (bytes: number) => void): ChecksumQuestions {
  let awaited = 0;
  let resolve: ((checksum: number | null) => void) | null = null;
  let cancel: Cancel = () => undefined;
  const settle = (checksum: number | null) => {
    cancel();
    resolve?.(checksum);
    resolve = null;
  };
  return {
    ask: (bytes) =>
      new Promise((settled) => {
        resolve = settled;
        awaited += 1;
        cancel = clock.after(answerMs, () => settle(null));
        send(bytes);
      }),
    keepWaiting: () => {
      awaited += 1;
      send(1);
    },
    handle: (checksum) => {
      awaited -= 1;
      if (awaited === 0) settle(checksum);
    },
    end: () => settle(null),
  };
}
