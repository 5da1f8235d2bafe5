import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ElectronStore from 'electron-store';
import { parseDocument, type SavedDocument, serializeDocument } from './document.ts';

/**
 * Writes a document beside the file that it shall replace, and proves that it is whole. electron-store 11 replaces its
 * own file with a truncated one, and returns normally, when the disk fills up in mid-write; therefore it never gets to
 * see the real file.
 *
 * @returns the path of the staged file, its bytes on the disk. Throws a file system error otherwise, such as ENOSPC.
 */
export function stageDocument(file: string, document: SavedDocument): string {
  clearStaging(file);
  const text = serializeDocument(document);
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: dirname(file),
    name: basename(stagingName(file), '.json'),
    serialize: () => text,
    // Names of hosts and users are nobody else's business.
    configFileMode: 0o600,
  });
  store.store = { ...document };
  const staged = stagingName(file);
  // Node's own write goes on until all is written, so it tells why electron-store's fell short.
  if (!isWhole(staged, text)) writeFileSync(staged, text, { flush: true });
  if (!isWhole(staged, text)) throw new Error('The staged file reads back differently');
  return staged;
}

/** Removes what a killed process left, so that a full folder gets its space back. */
export function clearStaging(file: string): void {
  const name = basename(stagingName(file));
  for (const entry of readdirSync(dirname(file))) {
    if (entry === name || entry.startsWith(`${name}.tmp-`)) rmSync(join(dirname(file), entry), { force: true });
  }
}

const stagingName = (file: string) => `${file.replace(/\.json$/, '')}.new.json`;

function isWhole(path: string, text: string): boolean {
  const read = readFileSync(path, 'utf8');
  return read === text && parseDocument(read).kind === 'good';
}
