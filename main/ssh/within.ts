import type { Clock } from '../keepalive/clock.ts';

/** What a promise gives, or null if it does not within `ms`, or before the signal. The promise must not reject. */
export function within<T>(clock: Clock, ms: number, signal: AbortSignal, promise: Promise<T>): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const finish = (value: T | null) => {
      cancel();
      signal.removeEventListener('abort', handleAbort);
      resolve(value);
    };
    const handleAbort = () => finish(null);
    const cancel = clock.after(ms, () => finish(null));
    signal.addEventListener('abort', handleAbort);
    void promise.then(finish);
  });
}
