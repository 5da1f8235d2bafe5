import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A program of the bench's as a bundle. */
export interface BuiltProgram {
  readonly url: URL;
  readonly remove: () => void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a program as main is bundled for its users. What runs TypeScript as it is keeps the names of functions by
 * defining a property on each: a session of 400 functions has 90 KB more then, and is slower. In a process of its own:
 * what is measured in this one is not to share its memory with the bundler.
 */
export async function buildProgram(source: URL): Promise<BuiltProgram> {
  const name = basename(source.pathname, '.ts');
  const folder = `${root}out/bench-${name}-${process.pid}`; // packages are found from there
  const words = ['node_modules/vite/bin/vite.js', 'build', '--ssr', fileURLToPath(source), '--outDir', folder];
  await promisify(execFile)(process.execPath, [...words, '--target', 'node20', '--logLevel', 'error'], { cwd: root });
  return {
    url: pathToFileURL(`${folder}/${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
