import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackedFile, readAsar } from './asar.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Electron's mark before the fuses in its binary; a version and a count follow, then `0` or `1` for each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Each fuse by its place in the binary, the other way round from what the configuration sets. */
const unsetFuses = '10110010';

export interface Packed {
  readonly files: readonly PackedFile[];
  /** As {@link unsetFuses}, after packing. */
  readonly fuses: string;
}

/**
 * Packs for Linux with the real electron-builder and its real configuration, from a copy of this tree in `folder` with
 * `planted` files beside it. Electron itself is a stub with nothing but fuses: neither network nor its binary is needed.
 */
export function pack(folder: string, planted: readonly string[]): Packed {
  const project = join(folder, 'project');
  const output = join(folder, 'dist');
  for (const name of ['package.json', 'package-lock.json', 'electron-builder.yml', 'LICENSE', 'assets/icons']) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  for (const path of productionPackages()) cpSync(join(root, path), join(project, path), { recursive: true });
  for (const path of planted) write(join(project, path), path);
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const stub = writeElectronStub(join(folder, 'electron'));
  const options = ['--linux', 'dir', '--x64', `-c.electronDist=${stub}`, `-c.directories.output=${output}`];
  execFileSync(process.execPath, [cli, '--projectDir', project, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  return {
    files: readAsar(join(output, 'linux-unpacked/resources/app.asar')),
    fuses: readFileSync(join(output, 'linux-unpacked/holdfast')).toString('latin1', fuseMark.length + 2),
  };
}

/** Folders of the packages that are not for development alone, as the lock file has them. */
function productionPackages(): readonly string[] {
  const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => (path === '' || dev === true ? [] : [path]));
}

function writeElectronStub(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'electron'), `${fuseMark}\u0001${String.fromCharCode(unsetFuses.length)}${unsetFuses}`, {
    encoding: 'latin1',
    mode: 0o755,
  });
  return folder;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
