/**
 * How much of the transfers of one connection may be under way, bytes. It grows while answers come promptly and shrinks
 * when they queue up, as LEDBAT does (RFC 6817, 2.4.2): a transfer takes all that the line has, and a key that is typed
 * beside it waits for about `targetMs` at most.
 */
export interface Flow {
  /** Resolves when `bytes` more may be asked for. */
  readonly acquire: (bytes: number) => Promise<void>;
  /** They were answered, `tookMs` after they were sent; null where they were not sent at all. */
  readonly release: (bytes: number, tookMs: number | null) => void;
  /** Bytes of one request that suit the window: small on a slow line. */
  readonly chunkBytes: (limit: number) => number;
}

/** How long answers may queue up behind each other, ms: a key's echo stays below what is felt as a pause. */
const targetMs = 100;

const startBytes = 128 * 1024;
/** One request of OpenSSH's usual size. */
const minBytes = 32 * 1024;
/** What a line of 1 Gbit/s holds in 130 ms, and what the memory of a connection is bounded by. */
const maxBytes = 16 * 1024 * 1024;

/**
 * What a short line needs at most. More than that only piles up in the server, and sshd moves all of its pile for each
 * packet that it sends: five times the CPU time on a file of 200 MB.
 */
const shortLineBytes = 4 * 1024 * 1024;
/** What a line of 1 Gbit/s holds besides, for each ms of its round trip. */
const bytesPerMs = 125_000;

/** Requests that fill the window: enough that the line never waits for one of them. */
const requestsInWindow = 16;

export function createFlow(): Flow {
  let windowBytes = startBytes;
  let inFlight = 0;
  let shortestMs = Number.POSITIVE_INFINITY;
  const waiting: { readonly bytes: number; readonly go: () => void }[] = [];

  const admit = () => {
    for (;;) {
      const [next] = waiting;
      // One alone may be larger than the window.
      if (next === undefined || (inFlight > 0 && inFlight + next.bytes > windowBytes)) return;
      waiting.shift();
      inFlight += next.bytes;
      next.go();
    }
  };

  const adjust = (bytes: number, tookMs: number) => {
    shortestMs = Math.min(shortestMs, tookMs);
    const room = (targetMs - (tookMs - shortestMs)) / targetMs;
    const mostBytes = Math.min(maxBytes, shortLineBytes + shortestMs * bytesPerMs);
    windowBytes = Math.min(mostBytes, Math.max(minBytes, windowBytes + bytes * Math.max(-0.5, room)));
  };

  return {
    acquire: (bytes) =>
      new Promise((go) => {
        waiting.push({ bytes, go });
        admit();
      }),
    release: (bytes, tookMs) => {
      inFlight -= bytes;
      if (tookMs !== null) adjust(bytes, tookMs);
      admit();
    },
    chunkBytes: (limit) =>
      Math.min(limit, Math.max(minBytes, 2 ** Math.floor(Math.log2(windowBytes / requestsInWindow)))),
  };
}
