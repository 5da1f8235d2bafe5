import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One thing that Biome found. */
export interface Finding {
  readonly path: string;
  /** `lint/…` for Biome's own rules, `plugin` for those in this folder. */
  readonly rule: string;
  readonly message: string;
}

/** Writes the files into an empty folder, by path, and lints them there by this project's rules. */
export function lintTree(folder: string, files: ReadonlyMap<string, string>): readonly Finding[] {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const name of ['biome.json', 'biome.boundaries.json', 'scripts/lint']) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (source) => !source.endsWith('.ts') });
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  const report: { diagnostics: { category: string; message: string; location: { path: string } }[] } =
    JSON.parse(stdout);
  return report.diagnostics.map(({ category, message, location }) => ({
    path: location.path,
    rule: category,
    message,
  }));
}
