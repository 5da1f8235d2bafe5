import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { localNetworkOf } from '../../../main/keepalive/path-key.ts';
import { launchApp } from '../../specs/harness/launch.ts';
import { removeFolder } from '../../stand-in/chromium/remove-folder.ts';
import { configure, showPanel } from '../../steps/configure.ts';
import { writeSavedSessions } from '../../steps/saved.ts';
import type { Camera } from './camera.ts';

const host = { hostName: 'shell.example.com', portNumber: 22 };

/** The panels of the configuration dialog, with some saved sessions and a path that is known. */
export async function takeDialogPictures({ shoot }: Camera): Promise<void> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'holdfast-pictures-'));
  await writeSavedSessions(userDataDir, { 'backup server': host, shell: host, 'web 1': host, 'web 2': host });
  writePathMemory(userDataDir);
  const app = await launchApp({ userDataDir, size: { width: 800, height: 600 } });
  try {
    await configure(app.page, { ...host, userName: 'ada', keepaliveSeconds: 120 });
    for (const category of ['Session', 'Session/Logging', 'Connection', 'Connection/Alive checks']) {
      await showPanel(app.page, category);
      const name = category.split('/').at(-1) ?? category;
      await shoot(`panel-${name.toLowerCase().replaceAll(' ', '-')}`, app.page);
    }
    await app.page.getByRole('searchbox', { name: 'Find a setting' }).fill('ServerAliveInterval');
    await shoot('search', app.page);
  } finally {
    await app.stop();
    removeFolder(userDataDir);
  }
}

/** As weeks of use leave it. */
function writePathMemory(userDataDir: string): void {
  const path = {
    network: localNetworkOf(networkInterfaces()),
    ...host,
    survived: { ms: 250_000, at: Date.UTC(2026, 9, 20, 12), count: 12 },
    fatal: { ms: 300_000, at: Date.UTC(2026, 9, 14, 12), count: 3 },
  };
  mkdirSync(userDataDir, { recursive: true });
  writeFileSync(join(userDataDir, 'path-memory.json'), JSON.stringify({ schemaVersion: 1, paths: [path] }));
}
