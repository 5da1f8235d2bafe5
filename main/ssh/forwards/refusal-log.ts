import type { Clock } from '../../keepalive/clock.ts';

/** Refused connections that are logged within `period`: a program that keeps trying must not fill the Event Log. */
const most = 5;
const period = 60_000;

/** Passes on sentences, the first few of each minute, and says once that there are more. */
export function limitRefusals(clock: Pick<Clock, 'now'>, log: (text: string) => void): (text: string) => void {
  let began = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (text) => {
    if (clock.now() - began >= period) {
      began = clock.now();
      count = 0;
    }
    count += 1;
    if (count <= most) log(text);
    else if (count === most + 1) log('More connections of forwards fail; the rest of this minute is not listed.');
  };
}
