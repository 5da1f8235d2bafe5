import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { argv } from 'node:process';

interface ApplicationPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

/** The package.json nearest to the application's main script, as Electron reads it. */
export function readApplicationPackage(): ApplicationPackage {
  for (let folder = dirname(resolve(argv[1] ?? '.')); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const { productName, name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      return { folder, name: productName ?? name ?? 'Electron', version: version ?? '0.0.0' };
    }
    if (folder === dirname(folder)) return { folder, name: 'Electron', version: '0.0.0' };
  }
}
