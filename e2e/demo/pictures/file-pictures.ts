import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startSshd } from '../../lab/sshd.ts';
import { sftpServer } from '../../lab/sshd-config.ts';
import { launchApp } from '../../specs/harness/launch.ts';
import { openOnSshd } from '../../steps/sessions.ts';
import { chooseFromMenu, typeLine } from '../../steps/terminal.ts';
import type { Camera } from './camera.ts';

/** Files of the server beside the terminal, with transfers that are done, and a folder of this computer under them. */
export async function takeFilePictures({ shoot }: Camera): Promise<void> {
  const sshd = await startSshd({ config: [sftpServer] });
  const app = await launchApp({ size: { width: 1000, height: 560 } });
  const { page } = app;
  try {
    const home = join(sshd.folder, 'home');
    for (const name of ['backups', 'projects', 'public_html']) mkdirSync(join(home, name));
    for (const [name, bytes] of [
      ['notes.txt', 4096],
      ['deploy.sh', 812],
      ['access.log', 5_300_000],
      ['nginx.conf', 2480],
    ] as const) {
      writeFileSync(join(home, name), 'x'.repeat(bytes));
    }
    writeFileSync(join(app.home, 'site.tar.gz'), 'x'.repeat(18_700_000));
    await openOnSshd(app, sshd, sshd.port);
    await typeLine(page, 'ls');
    await chooseFromMenu(app, 'Files');
    const panel = page.getByRole('region', { name: 'Files' });
    await expect(panel.getByRole('row', { name: /access/ })).toBeVisible();
    await app.dropFiles(panel.getByRole('grid'), [join(app.home, 'site.tar.gz')]);
    await expect(panel.getByRole('listitem')).toContainText('Done');
    await panel.getByRole('row', { name: /notes/ }).dblclick();
    await expect(panel.getByRole('listitem').first()).toContainText('Open in its editor');
    await shoot('files', page);
    const downloads = join(app.home, 'Downloads');
    mkdirSync(join(downloads, 'photos'), { recursive: true });
    for (const name of ['invoice.pdf', 'holdfast.deb']) writeFileSync(join(downloads, name), 'x'.repeat(43_000));
    for (const row of await panel.getByRole('button', { name: /^Remove .* from the list$/ }).all()) await row.click();
    await panel.getByRole('checkbox', { name: 'This computer', exact: true }).check();
    await expect(panel.getByRole('row', { name: /photos/ })).toBeVisible();
    await page.getByRole('tab').hover();
    await shoot('files-of-both', page);
  } finally {
    await app.stop();
    await sshd.stop();
  }
}
