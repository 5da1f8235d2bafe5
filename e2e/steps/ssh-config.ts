import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { savedBox } from './saved.ts';

/** Writes `~/.ssh/config` of a launch's home. */
export async function writeSshConfig(home: string, lines: readonly string[]): Promise<void> {
  await mkdir(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  await writeFile(join(home, '.ssh', 'config'), `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** A host in the dialog's list of them: a saved session may have the same name. */
export const configHost = (page: Page, name: string) => savedBox(page).locator(`[role=row][data-key="host:${name}"]`);
