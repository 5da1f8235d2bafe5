import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoServer } from '../lab/demo-server.ts';
import type { Sshd } from '../lab/sshd.ts';
import { loopback } from '../lab/tcp.ts';
import { removeFolder } from '../stand-in/chromium/remove-folder.ts';
import { test as base } from './lab.ts';

/** What the program's user has on the computer. All of it goes with the spec, after the program. */
export interface User {
  /** A new, empty folder. */
  readonly folder: () => Promise<string>;
  /** A home folder whose known_hosts holds the host keys of these servers: a launch there asks nothing about them. */
  readonly homeThatKnows: (...servers: readonly (Sshd | DemoServer)[]) => Promise<string>;
  /** Has something else undone. */
  readonly onEnd: (undo: () => unknown) => void;
}

export { expect } from './lab.ts';

export const test = base.extend<{ readonly user: User }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern.
  user: async ({}, use) => {
    const steps: (() => unknown)[] = [];
    const folder = async () => {
      const path = await mkdtemp(join(tmpdir(), 'holdfast-spec-'));
      steps.unshift(() => removeFolder(path));
      return path;
    };
    await use({
      folder,
      homeThatKnows: async (...servers) => {
        const home = await folder();
        await writeKnownHosts(home, servers.map(knownHostsLine));
        return home;
      },
      onEnd: (undo) => steps.unshift(undo),
    });
    for (const undo of steps) await undo();
  },
  // Fixtures end in reverse order: the program that uses a home ends before that is removed.
  launch: async ({ user: _user, launch }, use) => use(launch),
});

/** The host key of a server as a line of known_hosts. */
export const knownHostsLine = (server: Sshd | DemoServer): string =>
  `[${loopback}]:${server.port} ${'hostKeyLine' in server ? server.hostKeyLine : server.hostKey.publicLine}`;

/** Writes `~/.ssh/known_hosts` of a launch's home. */
export async function writeKnownHosts(home: string, lines: readonly string[]): Promise<void> {
  await mkdir(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  await writeFile(join(home, '.ssh', 'known_hosts'), `${lines.join('\n')}\n`);
}
