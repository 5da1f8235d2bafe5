import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '../../stand-in/chromium/remove-folder.ts';
import type { LaunchOptions } from './app.ts';

/** What one launch has around it: nothing of the user's who runs the specs. */
export interface Surroundings {
  readonly home: string;
  readonly userDataDir: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/** Variables that lead to the user's own things. */
const personal = ['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'];

export function createSurroundings({ args = [], userDataDir, home, env = {} }: LaunchOptions): Surroundings {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'));
  const ownHome = home ?? join(folder, 'home');
  const data = userDataDir ?? join(ownHome, '.config', 'Holdfast');
  const temp = join(folder, 'tmp');
  for (const path of [ownHome, data, temp]) mkdirSync(path, { recursive: true });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !personal.includes(entry[0]),
  );
  return {
    home: ownHome,
    userDataDir: data,
    args: [`--user-data-dir=${data}`, ...args],
    env: {
      ...Object.fromEntries(inherited),
      HOME: ownHome,
      USERPROFILE: ownHome,
      XDG_CONFIG_HOME: join(ownHome, '.config'),
      TMPDIR: temp,
      // What the specs read is English, whatever the machine speaks.
      LANGUAGE: 'en',
      ...env,
    },
    remove: () => removeFolder(folder),
  };
}
