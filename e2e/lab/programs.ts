import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian, macOS and Homebrew keep servers such as sshd, which are seldom on a user's PATH. */
const serverFolders = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/opt/homebrew/sbin'];

/** The absolute path of a program, or null if it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...serverFolders];
  const paths = folders.filter((folder) => folder !== '').map((folder) => join(folder, name));
  return paths.find(isExecutable) ?? null;
}

/** The absolute path of a program; throws an Error that names it if it is not installed. */
export function requireProgram(name: string): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`${name} is not installed: run "node --import tsx e2e/lab/provision.ts".`);
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
