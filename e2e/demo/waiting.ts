import { setTimeout as delay } from 'node:timers/promises';

/** How often a condition is looked at. */
const pollMs = 100;

/** Waits until `read` gives something other than null. Throws when `what` has not come after `seconds`. */
export async function until<T>(what: string, seconds: number, read: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (value !== null) return value;
    if (performance.now() > end) throw new Error(`${what} did not come within ${seconds} s.`);
    await delay(pollMs);
  }
}

/** Calls back at each full second from now on, up to and with `seconds`. */
export async function eachSecond(seconds: number, callback: (second: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  for (let second = 1; second <= seconds; second += 1) {
    await delay(Math.max(0, start + second * 1000 - performance.now()));
    await callback(second);
  }
}
