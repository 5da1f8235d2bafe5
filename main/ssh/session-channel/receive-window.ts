import type { Clock } from '../../keepalive/clock.ts';

/**
 * What the server may send before we have taken it up, bytes. ssh2's own 2 MB would be what still runs through after
 * Ctrl+C stopped a flood; 256 KB carries 2.5 MB a second over a round trip of 100 ms.
 */
export const leastWindow = 256 * 1024;

/** More is of no use: each time that the server is let go on costs a packet, which is nothing for half of this. */
export const mostWindow = 1024 * 1024;

/** What is taken within this time may be under way where that is more than the least, ms: nobody notices it after Ctrl+C. */
const unnoticedMs = 10;

/**
 * Follows a channel's window (RFC 4254, 5.2), which begins with the least. Is told of bytes that were taken, and gives
 * how many more the server may send; 0 as long as half of its window is left.
 */
export function createReceiveWindow(clock: Clock): (taken: number) => number {
  let size = leastWindow;
  let left = size;
  let since = clock.now();
  let passed = 0;

  return (taken) => {
    left -= taken;
    passed += taken;
    if (left > size / 2) return 0;
    const elapsed = clock.now() - since;
    if (elapsed >= unnoticedMs) {
      size = Math.max(leastWindow, Math.min(mostWindow, Math.round((passed / elapsed) * unnoticedMs)));
      since += elapsed;
      passed = 0;
    }
    const more = Math.max(0, size - left);
    left += more;
    return more;
  };
}
