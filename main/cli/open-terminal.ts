import { openSync } from 'node:fs';

/** The terminal of a process by its names on each system. */
const names =
  process.platform === 'win32'
    ? { input: '\\\\.\\CONIN$', output: '\\\\.\\CONOUT$' }
    : { input: '/dev/tty', output: '/dev/tty' };

/** Opens the terminal that the process runs in, whatever standard input and output are; null: there is none. */
export function openTerminal(end: 'input' | 'output'): number | null {
  try {
    return openSync(names[end], 'r+');
  } catch {
    return null;
  }
}
