import { roughWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';
import { logTime } from '#contract/session/log-lines.ts';

/** Length of logTime's date and the blank after it. */
const dateLength = 11;

/**
 * The line that stands in the scrollback where a new shell begins, dim: the program's own, never the server's. `at` is
 * wall clock, ms; `downMs` is how long there was no connection.
 */
export function reconnectMark(at: number, downMs: number): Uint8Array {
  const time = logTime(at).slice(dateLength);
  const text =
    downMs < 1000
      ? t('— reconnected at {time} —', { time })
      : t('— reconnected at {time}, after {duration} —', { time, duration: roughWords(downMs) });
  return new TextEncoder().encode(`\u001b[2m${text}\u001b[m\r\n`);
}
