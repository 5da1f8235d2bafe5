import { join } from 'node:path';

/** The name of a file with `~/` in front made a whole path. */
export const expandHome = (file: string, homeDir: string): string =>
  /^~[/\\]/.test(file) ? join(homeDir, file.slice(2)) : file;
