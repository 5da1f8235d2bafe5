import type { IDisposable, Terminal } from '@xterm/xterm';

/** Where a shell says that it is. */
export interface ShellDirectory {
  /** Lower case; empty where it names none. */
  readonly host: string;
  /** Absolute. */
  readonly path: string;
}

/** Longer ones are no directory of any system. */
const maxUrlLength = 16_384;

/** Calls back with what shells tell of their directory: OSC 7 with a file URL, as of Terminal.app, VTE and others. */
export const watchDirectory = (terminal: Terminal, onDirectory: (directory: ShellDirectory) => void): IDisposable =>
  terminal.parser.registerOscHandler(7, (data) => {
    const directory = directoryOf(data);
    if (directory !== null) onDirectory(directory);
    return true;
  });

/** Null for what is no file URL with an absolute path in UTF-8. */
export function directoryOf(data: string): ShellDirectory | null {
  const found = data.length > maxUrlLength ? null : /^file:\/\/([^/]*)(\/.*)$/s.exec(data);
  if (found === null) return null;
  try {
    const path = decodeURIComponent(found[2] ?? '');
    return path.includes('\0') ? null : { host: (found[1] ?? '').toLowerCase(), path };
  } catch {
    return null;
  }
}
