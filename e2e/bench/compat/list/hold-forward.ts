import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Failure } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import { typedForward } from '#contract/forwards/forward-notation.ts';
import { requireProgram } from '../../../lab/programs.ts';
import { startHoldfast } from '../clients/holdfast.ts';
import { hostName, type Login, patienceMs } from '../clients/login.ts';
import type { OpenSsh } from '../clients/openssh.ts';
import type { Attempt } from '../row.ts';

/** What the web server behind a forward says. */
export const page = 'It came through.';

/** Holds a session with one forward, while curl is run with `args`. */
export type HoldForward = (login: Login, forward: Forward, args: readonly string[]) => Promise<Attempt>;

export const holdByHoldfast: HoldForward = async (login, forward, args) => {
  const { transport, opened, ended } = startHoldfast(login, { noShell: true });
  try {
    await opened();
    const failure = await new Promise<Failure | null>((resolve) => {
      transport.openForward({
        forward,
        acceptsAll: false,
        replacesSocket: false,
        onSettled: (listening) => resolve(listening.ok ? null : listening.failure),
      });
    });
    if (failure !== null) return { kind: 'out', says: failure.message };
    return (await fetchPage(args)) ? { kind: 'in', after: null } : nothingCame;
  } finally {
    transport.close();
    await ended();
  }
};

/** Between two looks whether ssh listens, ms. */
const lookEvery = 100;

export const holdBySsh =
  (ssh: OpenSsh): HoldForward =>
  async (login, forward, args) => {
    const child = ssh.start(login, ['-N', '-o', 'ExitOnForwardFailure=yes', ...argumentsOf(forward), hostName]);
    try {
      const end = performance.now() + patienceMs;
      while (child.exitCode === null && performance.now() < end) {
        if (await fetchPage(args)) return { kind: 'in', after: null };
        await wait(lookEvery);
      }
      return nothingCame;
    } finally {
      child.kill('SIGKILL');
    }
  };

const nothingCame: Attempt = { kind: 'out', says: 'Nothing came through the forward.' };

function argumentsOf(forward: Forward): readonly string[] {
  const { kind, source, destination } = typedForward(forward);
  const option = { local: '-L', remote: '-R', dynamic: '-D', 'remote-dynamic': '-R' }[kind];
  return [option, destination === '' ? source : `${source}:${destination}`];
}

async function fetchPage(args: readonly string[]): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(requireProgram('curl'), ['-s', '--max-time', '20', ...args]);
    return stdout === page;
  } catch {
    return false; // it could not connect
  }
}
