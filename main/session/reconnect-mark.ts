import { logTime } from '#contract/log-lines.ts';

/** Length of logTime's date and the blank after it. */
const dateLength = 11;

/**
 * The line that stands in the scrollback where a new shell begins, dim: the program's own, never the server's. `at` is
 * wall clock, ms; `downMs` is how long there was no connection.
 */
export function reconnectMark(at: number, downMs: number): Uint8Array {
  const after = downMs < 1000 ? '' : `, after ${durationWords(downMs)}`;
  const text = `— reconnected at ${logTime(at).slice(dateLength)}${after} —`;
  return new TextEncoder().encode(`\u001b[2m${text}\u001b[m\r\n`);
}

/** `42 s`, `5 min`, `3 h`, `2 days`. */
function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
