import type { LogEntry } from '#contract/session.ts';

/** Local date and time of day to the second, the same width for every entry: `2026-03-09 14:03:12`. */
export function timeWords(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** An entry as it is copied. */
export const entryLine = ({ at, text }: LogEntry): string => `${timeWords(at)}\t${text}`;
