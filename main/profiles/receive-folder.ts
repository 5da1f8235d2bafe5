import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { replaceFile } from './storage/durable.ts';

/** The folder of this computer that received files went to last, kept for the next start. */
export interface ReceiveFolder {
  /** The default where there is none yet, or none any more. */
  readonly current: () => string;
  readonly note: (folder: string) => void;
}

/** `keptIn` is made if it isn't there. */
export function openReceiveFolder(keptIn: string, defaultFolder: string): ReceiveFolder {
  const file = join(keptIn, 'receive-folder.json');
  let folder = readFolder(file);
  return {
    current: () => (folder !== null && isFolder(folder) ? folder : defaultFolder),
    note: (used) => {
      if (used === folder) return;
      folder = used;
      try {
        mkdirSync(keptIn, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${JSON.stringify({ folder })}\n`, { mode: 0o600 });
        replaceFile(`${file}.new`, file);
      } catch {
        // It is known for this run: the next one begins with the default.
      }
    },
  };
}

function readFolder(file: string): string | null {
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof data !== 'object' || data === null || !('folder' in data)) return null;
    return typeof data.folder === 'string' && isAbsolute(data.folder) ? data.folder : null;
  } catch {
    return null;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
