import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { changedKeys } from './changed-keys.ts';

/**
 * Has the real PuTTY (Debian: putty, xvfb, xdotool) save the sessions in `putty-0.78/`: one with nothing but a host, and
 * one whose keys were all changed, which PuTTY reads, shows and writes anew. Run by hand, where its format is in doubt:
 * `node --import tsx main/import/putty/testing/make-putty-sessions.ts`.
 */

const display = ':93';
const target = join(import.meta.dirname, 'putty-0.78', 'sessions');
const home = mkdtempSync(join(tmpdir(), 'holdfast-putty-'));
const environment = { ...process.env, HOME: home, DISPLAY: display };

const key = (...keys: readonly string[]) => spawnSync('xdotool', ['key', ...keys], { env: environment });
const type = (text: string) => spawnSync('xdotool', ['type', '--delay', '20', text], { env: environment });

/** PuTTY shows no sign of having handled a key: a person waits, too. */
const settled = () => pause(700);

async function saveAs(name: string, fill: () => Promise<void>): Promise<void> {
  const putty = spawn('putty', [], { env: environment, stdio: 'ignore' });
  spawnSync('xdotool', ['search', '--sync', '--onlyvisible', '--name', 'PuTTY Configuration'], { env: environment });
  await settled();
  await fill();
  key('alt+e', 'ctrl+a');
  type(name);
  key('alt+v');
  await settled();
  putty.kill();
}

const xvfb = spawn('Xvfb', [display, '-screen', '0', '1024x800x24'], { stdio: 'ignore' });
try {
  const sessions = join(home, '.putty', 'sessions');
  mkdirSync(sessions, { recursive: true });
  const lines = Object.entries(changedKeys).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(sessions, 'source'), lines.join(''));
  await settled();
  await saveAs('nothing but a host', async () => void type('host.example.com'));
  await saveAs('every key changed', async () => {
    key('alt+e');
    type('source');
    key('alt+l');
    await settled();
  });
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(sessions).filter((name) => name !== 'source')) {
    copyFileSync(join(sessions, file), join(target, file));
  }
} finally {
  xvfb.kill();
  rmSync(home, { recursive: true, force: true });
}
