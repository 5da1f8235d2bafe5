import { setTimeout as wait } from 'node:timers/promises';
import type { Nat } from '../../../lab/nat/nat.ts';
import type { Sshd } from '../../../lab/sshd.ts';
import type { Outcome } from '../outcome.ts';
import type { Scene } from '../scene/scene.ts';

/** What the faults of the list are made of. */

export const everybody = ['holdfast', 'ssh', 'plink'] as const;
/** Those that ask whether the server is there; PuTTY doesn't. */
export const checkers = ['holdfast', 'ssh'] as const;

export const direct = { kind: 'direct' } as const;

export const seconds = (count: number) => wait(count * 1000);

/** The lab of namespaces: faults that need it run in nothing else. */
export function natOf({ path }: Scene): Nat {
  if (path.nat === null) throw new Error('This fault needs the NAT lab.');
  return path.nat;
}

export function sshdOf({ server }: Scene): Sshd {
  if (server.sshd === null) throw new Error('This fault needs an OpenSSH server.');
  return server.sshd;
}

/** The verdict waits for a fresh connection; one that is not answered takes as long as a connection may. */
export const untilReviewed = ({ until, holdfast }: Scene) => until(() => holdfast.cause()?.reviewed === true, 30);

export const isAlive = ({ outcome }: Outcome): boolean => outcome === 'alive';
export const isUntouched = (outcome: Outcome): boolean => isAlive(outcome) && outcome.noticedAfterSeconds === null;
export const isMarked = (outcome: Outcome): boolean => isAlive(outcome) && outcome.noticedAfterSeconds !== null;
export const isNoticedWithin = (limit: number, { noticedAfterSeconds }: Outcome): boolean =>
  noticedAfterSeconds !== null && noticedAfterSeconds <= limit;
export const hasVerdict = ({ cause }: Outcome, ...kinds: readonly string[]): boolean =>
  kinds.includes(cause?.verdict ?? '');
