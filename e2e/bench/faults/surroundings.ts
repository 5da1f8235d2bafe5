import { canMount } from '../../lab/dropbear.ts';
import { type NatPossible, natIsPossible } from '../../lab/nat/nat-possible.ts';
import { ensureInstalled, type LabPackage } from '../../lab/provision.ts';
import { whyMissing } from '../missing.ts';
import type { Fault } from './fault.ts';
import type { WhyNot } from './run-fault.ts';

export interface Surroundings {
  readonly nat: NatPossible;
  readonly whyNot: WhyNot;
}

/** Without these nothing can be compared. */
const needed = ['openssh-server', 'openssh-client', 'putty-tools'] as const satisfies readonly LabPackage[];

/** Finds out which faults this machine can make, and installs what is missing if it may. Throws if none. */
export async function lookAround(wanted: readonly Fault[]): Promise<Surroundings> {
  ensureInstalled(needed);
  const nat = await natIsPossible();
  const isDropbearWanted = wanted.some(({ server }) => server.kind === 'dropbear');
  const noDropbear = isDropbearWanted ? (withoutMounts() ?? whyMissing(['dropbear-bin'])) : null;
  const noFakeTime = wanted.some(({ fakeTime }) => fakeTime === true) ? whyMissing(['faketime']) : null;
  const whyNot = ({ path, server, fakeTime }: Fault): string | null => {
    if (path.kind === 'network' && !nat.possible) return nat.reason;
    if (server.kind === 'dropbear' && noDropbear !== null) return noDropbear;
    return fakeTime === true ? noFakeTime : null;
  };
  return { nat, whyNot };
}

/** See startDropbear. */
function withoutMounts(): string | null {
  return canMount() ? null : 'to run dropbear with files of the lab alone takes root on Linux, and the right to mount';
}
