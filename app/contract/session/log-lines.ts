import type { LogEntry } from './session.ts';

/** Local date and time of day to the second, the same width for every entry: `2026-03-09 14:03:12`. */
export function logTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/**
 * An entry as it is copied and exported. The further lines of a text begin with a tab: no text of a server can look
 * like an entry of its own.
 */
export const textLine = ({ at, text }: LogEntry): string => `${logTime(at)}\t${text.replaceAll('\n', '\n\t')}`;

/** An entry as a line of JSON, its time in UTC. */
export const jsonLine = ({ at, text }: LogEntry): string => JSON.stringify({ at: new Date(at).toISOString(), text });
