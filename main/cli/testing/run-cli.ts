import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sshd } from '../../../e2e/lab/sshd.ts';
import { loopback } from '../../../e2e/lab/tcp.ts';

/** A run of the program without a window. */
export interface CliRun {
  readonly child: ChildProcess;
  readonly type: (text: string) => void;
  readonly output: () => Buffer;
  readonly text: () => string;
  readonly errors: () => string;
  /** Resolves once standard output, or error, satisfies it; rejects with both if the program ends before. */
  readonly until: (isReached: () => boolean) => Promise<void>;
  readonly ended: () => Promise<number | null>;
}

export interface CliRunner {
  /** With pipes, as a script has it. */
  readonly run: (args: readonly string[], input?: Uint8Array | string | null) => CliRun;
  /** In a terminal of its own: `words` is a line for sh, in which $CLI runs the program. */
  readonly inTerminal: (line: string) => CliRun;
  /** The folder of the user's data. */
  readonly folder: string;
  readonly home: string;
  /** Ends what still runs, and removes the folders. */
  readonly dispose: () => void;
}

/** Options that log in to the lab's server, without a question. */
export const loginArgs = (sshd: Sshd, port = sshd.port): readonly string[] => [
  ...['-P', String(port), '-i', sshd.clientKey, '-hostkey', sshd.hostKey.fingerprint, '-l', sshd.userName],
  loopback,
];

export function createCliRunner(entry: string): CliRunner {
  const home = mkdtempSync(join(tmpdir(), 'holdfast-cli-'));
  const folder = join(home, 'data');
  const children = new Set<ChildProcess>();
  const { SSH_AUTH_SOCK: _agent, ...inherited } = process.env;
  const program = [process.execPath, entry, `--user-data-dir=${folder}`];
  const env = { ...inherited, HOME: home, TERM: 'xterm-256color', CLI: program.join(' '), SHELL: '/bin/sh' };

  const start = (command: string, args: readonly string[]): CliRun => {
    // A group of its own: with a terminal between, ending the child alone would leave the program behind.
    const child = spawn(command, args, { env, cwd: home, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    children.add(child);
    const closed = once(child, 'close');
    const chunks: Buffer[] = [];
    let errors = '';
    const checks = new Set<() => void>();
    const note = () => {
      for (const check of [...checks]) check();
    };
    child.stdout.on('data', (bytes: Buffer) => {
      chunks.push(bytes);
      note();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
      note();
    });
    child.stdin.on('error', () => undefined);
    let isClosed = false;
    void closed.then(() => {
      isClosed = true;
      note();
    });
    const output = () => Buffer.concat(chunks);
    return {
      child,
      type: (text) => child.stdin.write(text),
      output,
      text: () => output().toString(),
      errors: () => errors,
      until: (isReached) =>
        new Promise((resolve, reject) => {
          const check = () => {
            if (!isReached() && !isClosed) return;
            checks.delete(check);
            if (isReached()) resolve();
            else reject(new Error(`It ended before:\n${output()}\n${errors}`));
          };
          checks.add(check);
          check();
        }),
      ended: async () => (await closed)[0] as number | null,
    };
  };

  return {
    home,
    folder,
    run: (args, input = '') => {
      const run = start(process.execPath, [...program.slice(1), ...args]);
      if (input !== null) run.child.stdin?.end(input);
      return run;
    },
    inTerminal: (line) => start('script', ['-qefc', line, '/dev/null']),
    dispose: () => {
      for (const { pid, exitCode, signalCode } of children) {
        if (pid === undefined || exitCode !== null || signalCode !== null) continue;
        try {
          process.kill(-pid, 'SIGKILL');
        } catch {
          // It has ended meanwhile.
        }
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}
