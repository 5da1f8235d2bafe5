import type { ServerChannel } from 'ssh2';
import { floodLines } from './demo-commands.ts';

/** Lines in one write: 16 KB. */
const linesAtOnce = 256;

/**
 * Writes numbered lines as fast as the client takes them: the next ones only when SSH's window had room for the last
 * (RFC 4254, 5.2). Returns what stops it; `onEnd` comes only if it was not stopped.
 */
export function startFlood(channel: ServerChannel, lines: number, onEnd: () => void): () => void {
  let stopped = false;
  let written = 0;
  const writeMore = () => {
    if (stopped) return;
    if (!(written < lines)) return onEnd();
    const count = Math.min(linesAtOnce, lines - written);
    const text = floodLines(written + 1, count);
    written += count;
    channel.write(text, () => setImmediate(writeMore)); // between two writes, input such as Ctrl+C is read
  };
  writeMore();
  return () => {
    stopped = true;
  };
}
