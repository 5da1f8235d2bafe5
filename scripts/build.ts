import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const windowOutputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** What the bundles are made of; tests among it cost a build too many, which is better than one too few. */
const windowSources = ['app', 'main', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the three bundles unless they are newer than all that they are made of. Throws if the build fails. */
export const buildIfNeeded = (): void =>
  buildUnlessNewer(windowOutputs, windowSources, ['node_modules/electron-vite/bin/electron-vite.js', 'build']);

/** The same for the bundle of the program without a window. */
export const buildCliIfNeeded = (): void =>
  buildUnlessNewer(
    ['out/cli/index.js'],
    ['app', 'main', 'vite.cli.config.ts', 'package.json', 'package-lock.json'],
    ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.cli.config.ts'],
  );

function buildUnlessNewer(outputs: readonly string[], sources: readonly string[], build: readonly string[]): void {
  const built = Math.min(...outputs.map(changedAt));
  const changed = Math.max(...sources.map(newestChange));
  if (built > changed) return;
  console.error('Building…');
  const { status, stdout, stderr } = spawnSync(process.execPath, build, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

/** Milliseconds since 1970; 0 for what is not there. */
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders count too: theirs changes when a file is removed. */
function newestChange(path: string): number {
  const own = changedAt(path);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
