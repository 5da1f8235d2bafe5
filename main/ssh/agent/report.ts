import type { AgentReport } from '#contract/session/agent.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { typeOfBlob } from '../encoding.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { plainBlobOf } from '../keys/user-certificate.ts';
import { harmlessLine } from '../sanitise.ts';
import { listAgents } from './agent.ts';
import type { FindAgents } from './places.ts';

/** Asks the agents that a setting leads to for their keys. */
export async function reportAgents(
  findAgents: FindAgents,
  setting: string,
  clock: Clock,
): Promise<AgentReport['agents']> {
  const listings = await listAgents(await findAgents(setting), clock, new AbortController().signal);
  return listings.map(({ place, keys }) => ({
    place,
    keys:
      keys?.map(({ blob, comment }) => ({
        type: harmlessLine(typeOfBlob(blob)),
        fingerprint: fingerprintOf(plainBlobOf(blob)),
        comment: harmlessLine(comment),
      })) ?? null,
  }));
}
