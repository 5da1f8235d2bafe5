import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path ends in a folder, or is it, once all links are followed; `root` has none. Rejects where it leads nowhere. */
export async function liesWithin(root: string, path: string): Promise<boolean> {
  const way = relative(root, await realpath(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
