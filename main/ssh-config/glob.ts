import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fitsPattern } from './patterns.ts';

/** More files than a folder of configurations has. */
const maxFound = 1000;

/** The files that fit a path whose parts may hold `*` and `?`, in the order of glob(3); none that can't be seen. */
export function filesOf(path: string): readonly string[] {
  const { root } = parse(path);
  const parts = path
    .slice(root.length)
    .split(/[/\\]/)
    .filter((part) => part !== '');
  const found = parts.reduce<readonly string[]>(
    (folders, part) => {
      if (!/[*?]/.test(part)) return folders.map((folder) => join(folder, part));
      return folders.flatMap((folder) => entriesOf(folder, part).map((name) => join(folder, name))).slice(0, maxFound);
    },
    [root],
  );
  return found.filter((file) => existsSync(file));
}

function entriesOf(folder: string, pattern: string): readonly string[] {
  try {
    // As in a shell, what begins with a dot has to be asked for.
    const names = readdirSync(folder).filter((name) => fitsPattern(name, pattern));
    return names.filter((name) => !name.startsWith('.') || pattern.startsWith('.')).sort();
  } catch {
    return [];
  }
}
