import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What the real PuTTY 0.78 has saved. */
const saved = join(import.meta.dirname, '../../main/import/putty/testing/putty-0.78');

/** Puts sessions of the real PuTTY into a launch's home, and others of this text under these names. */
export async function writePutty(home: string, others: Readonly<Record<string, string>> = {}): Promise<void> {
  const sessions = join(home, '.putty', 'sessions');
  await mkdir(sessions, { recursive: true });
  await cp(join(saved, 'sessions'), sessions, { recursive: true });
  for (const [name, text] of Object.entries(others)) await writeFile(join(sessions, name), text);
}

export const importDialog = (page: Page) => page.getByRole('dialog', { name: 'Import sessions' });

/** A session in the preview. */
export const importRow = (page: Page, name: string) =>
  importDialog(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name, exact: true }) });

/** Opens the dialog from the configuration dialog. */
export async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import…' }).click();
  await importDialog(page).waitFor();
}
