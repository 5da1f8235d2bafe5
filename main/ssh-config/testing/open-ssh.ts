import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Machine } from '../tokens.ts';

/** The lines of `ssh -G`, by keyword. */
export type Printed = ReadonlyMap<string, readonly string[]>;

/** A home folder of a test's own, which the real `ssh` takes for the user's. */
export interface OpenSsh {
  readonly homeDir: string;
  readonly machine: Machine;
  /** `~/.ssh/config` there. */
  readonly configFile: string;
  /** Writes these files to `~/.ssh`, in place of all that was there. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /**
   * What `ssh -G` prints, by keyword; null if it refuses the files. `ssh` reads a home folder from the list of users, not
   * from HOME: a namespace of its own has a list with another one.
   */
  readonly resolve: (...args: readonly string[]) => Printed | null;
  readonly remove: () => void;
}

export function createOpenSsh(): OpenSsh {
  const homeDir = mkdtempSync(join(tmpdir(), 'holdfast-ssh-config-'));
  const sshDir = join(homeDir, '.ssh');
  const users = join(homeDir, 'passwd');
  const moved = (line: string) => {
    const fields = line.split(':');
    // In a namespace of one's own one is root.
    return fields[2] === '0' ? fields.with(5, homeDir).join(':') : line;
  };
  writeFileSync(users, readFileSync('/etc/passwd', 'utf8').split('\n').map(moved).join('\n'));
  const script = `mount --bind ${users} /etc/passwd && exec ssh -G "$@"`;
  const env = { ...process.env, HOME: homeDir, HOLDFAST_TEST: 'from-environment' };

  return {
    homeDir,
    configFile: join(sshDir, 'config'),
    write: (files) => {
      rmSync(sshDir, { recursive: true, force: true });
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(sshDir, name)), { recursive: true });
        writeFileSync(join(sshDir, name), text, { mode: 0o600 });
      }
    },
    machine: { homeDir, userName: 'root', userId: 0, hostName: hostname(), environment: env },
    resolve: (...args) => {
      try {
        const printed = execFileSync('unshare', ['-rm', 'sh', '-c', script, 'sh', ...args], {
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        return byKeyword(printed);
      } catch {
        return null;
      }
    },
    remove: () => rmSync(homeDir, { recursive: true, force: true }),
  };
}

function byKeyword(printed: string): Printed {
  const values = new Map<string, readonly string[]>();
  for (const line of printed.split('\n').filter((text) => text !== '')) {
    const [keyword = ''] = line.split(' ', 1);
    values.set(keyword, [...(values.get(keyword) ?? []), line.slice(keyword.length + 1)]);
  }
  return values;
}
