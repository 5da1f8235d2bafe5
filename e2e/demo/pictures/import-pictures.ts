import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../../specs/harness/launch.ts';
import { removeFolder } from '../../stand-in/chromium/remove-folder.ts';
import { importDialog, importRow, openImport, writePutty } from '../../steps/imports.ts';
import { saveAs } from '../../steps/saved.ts';
import type { Camera } from './camera.ts';

const session = (host: string, more = '') => `HostName=${host}\nProtocol=ssh\nUserName=ada\n${more}`;

/** What is found of PuTTY's sessions, what an import would bring, and what is chosen for an export. */
export async function takeImportPictures({ shoot }: Camera): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'holdfast-pictures-'));
  await writePutty(home, {
    'backup%20server': session('backup.example.com', 'PingIntervalSecs=45\n'),
    gate: session('gate.example.com', 'PortNumber=2222\nLocalEcho=1\nWordness0=1\n'),
    'old%20switch': 'HostName=switch.example.com\nProtocol=telnet\n',
  });
  const app = await launchApp({ home, size: { width: 800, height: 600 } });
  const { page } = app;
  try {
    await saveAs(page, 'gate');
    await openImport(page);
    await page.getByRole('button', { name: /^Show the sessions/ }).click();
    await importRow(page, 'gate').waitFor();
    await shoot('import-preview', page);
    await importDialog(page)
      .getByRole('button', { name: /^Import \d/ })
      .click();
    await importDialog(page).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export sessions' });
    await dialog.getByRole('row', { name: 'backup server', exact: true }).click();
    await shoot('export', page);
  } finally {
    await app.stop();
    removeFolder(home);
  }
}
