import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { providePackages } from '../speed/packages.ts';
import { withProfiles } from '../speed/page.ts';
import { textTable } from '../text-table.ts';
import { profileOutput } from './profile-output.ts';
import { headingOf, rowsOf, sectionOf } from './report.ts';

/** `npm run bench:profile`: where the time goes in main and in the window while output runs from ssh to the screen. */

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = join(root, 'docs', 'benchmarks.md');
const megabytes = { full: 24, small: 2 } as const;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort(new Error('Stopped.')));
}

// Beside the bundles that are shipped: packages are found from there.
const bundles = mkdtempSync(join(root, 'node_modules', '.profile-'));
try {
  const { values } = parseArgs({
    options: { small: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  });
  const missing = providePackages(['chromium', 'openssh-client', 'openssh-server', 'xvfb', 'xauth', 'xdotool']);
  for (const why of missing.values()) throw new Error(why);
  build(bundles);
  const amount = values.small ? megabytes.small : megabytes.full;
  const profiles = await profileOutput({ bundles, root, megabytes: amount, signal: stopping.signal });
  console.log(`${headingOf('Main', profiles.main, amount)}\n${textTable(rowsOf(profiles.main))}\n`);
  console.log(`${headingOf('The window', profiles.window, amount)}\n${textTable(rowsOf(profiles.window))}`);
  if (values.write) {
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(page, withProfiles(existsSync(page) ? readFileSync(page, 'utf8') : '', sectionOf(profiles, date)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  rmSync(bundles, { recursive: true, force: true });
}

/** As the program is built, with the names of its functions and with source maps. */
function build(folder: string): void {
  console.error('Building…');
  const words = ['node_modules/electron-vite/bin/electron-vite.js', 'build', '-c', 'e2e/profiled.config.ts'];
  const args = [...words, '--sourcemap', '--outDir', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}
