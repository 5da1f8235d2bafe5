import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { notForUsers } from './exceptions.ts';
import { type Place, readSource, type SourceTexts } from './read-source.ts';

export interface SourceFile extends SourceTexts {
  /** From the repository's root, with slashes. */
  readonly path: string;
}

/** Rows of the settings table are plain English: what shows them translates them, so they are keys as they stand. */
const tables = 'app/contract/settings/';

/** Reads the program's own sources, without tests and what they are made of. */
export function readSources(root: string): readonly SourceFile[] {
  return ['app', 'main', 'renderer']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$|\/testing\/|-harness\./.test(path))
    .filter((path) => !path.startsWith(tables))
    .map((path) => {
      const texts = readSource(path, readFileSync(join(root, path), 'utf8'));
      return { ...texts, path, untranslated: texts.untranslated.filter((place) => !isExcepted(path, place)) };
    });
}

function isExcepted(path: string, { text }: Place): boolean {
  return Object.entries(notForUsers).some(
    ([place, texts]) => path.startsWith(place) && (texts === 'all' || texts.includes(text)),
  );
}
