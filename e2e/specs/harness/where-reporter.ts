import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Reporter } from '@playwright/test/reporter';
import { installedElectron } from '../../../scripts/electron-binary.ts';
import { findChromium } from '../../stand-in/chromium/find.ts';

/** The report's first line: what the specs run on. */
export default class WhereReporter implements Reporter {
  onBegin(): void {
    console.log(`Specs run on ${installedElectron() === null ? standIn() : electron()}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function electron(): string {
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
  return `Electron ${version}`;
}

function standIn(): string {
  const chromium = findChromium();
  if (chromium === null) return 'the stand-in, but there is no Chromium: install the package "chromium"';
  const version = execFileSync(chromium, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return `the stand-in (${/\S+ [\d.]+/.exec(version)?.[0] ?? 'Chromium'})`;
}
