import { success } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { type AgentKey, listAgents } from '../agent/agent.ts';
import type { FindAgents } from '../agent/places.ts';
import type { KeptPassphrases } from '../keys/kept-passphrases.ts';
import type { OpenKey } from '../keys/open-key.ts';
import { signatureAlgorithms } from '../keys/signature.ts';
import { certificateLog } from './identities.ts';
import { keyCandidates } from './key-candidates.ts';
import type { Attempt, Attempts } from './login-attempts.ts';
import type { LoginContext } from './login-context.ts';

export interface KeyLogin {
  readonly profile: Profile;
  readonly homeDir: string;
  readonly findAgents: FindAgents;
  readonly passphrases: KeptPassphrases;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly openKey?: OpenKey;
  /** What the agent is told of the server first, once the keys are exchanged. */
  readonly agentBindings: () => readonly Uint8Array[];
  /** What the server said that it takes (RFC 8308, 3.1); null if it did not. */
  readonly serverSignatures: () => readonly string[] | null;
}

/** Requests for a second algorithm: each counts as a try, and sshd hangs up at 6 (MaxAuthTries). */
const maxSecondTries = 2;

/**
 * Every key and certificate that the profile allows. RSA keys, which sign by several algorithms, come a second time where
 * nothing was taken: by those that the server is less likely to want, and by those last that it is least likely to.
 */
export async function* keyAttempts({ user, ask, onLog }: LoginContext, login: KeyLogin): Attempts {
  const agentKeys = await keysOfAgents(login, onLog);
  const later: Attempt[][] = [];
  for await (const candidate of keyCandidates({ ...login, ask, agentKeys })) {
    if (!candidate.ok) {
      yield candidate;
      continue;
    }
    const identity = candidate.value;
    const { facts, problem } = certificateLog(identity, Date.now());
    for (const line of facts) onLog(line);
    let isTaken = false;
    const [first, ...others] = signatureAlgorithms(identity.type, login.serverSignatures()).map(
      (algorithm): Attempt => {
        const onTaken = () => {
          isTaken = true;
          onLog(`The server accepts it; signing by ${algorithm.signature}${weakness(algorithm.signature)}.`);
        };
        return {
          label: identity.label,
          problem,
          request: { type: 'key', username: user, identity, algorithm, onTaken },
        };
      },
    );
    if (first !== undefined) yield success(first);
    if (isTaken) continue;
    for (const [place, attempt] of others.entries()) later[place] = [...(later[place] ?? []), attempt];
  }
  for (const attempt of later.flat().slice(0, maxSecondTries)) yield success(attempt);
}

const weakness = (signature: string) =>
  signature === 'ssh-rsa' || signature === 'ssh-dss' ? ', with SHA-1, which is weak' : '';

async function keysOfAgents(
  { profile, findAgents, clock, signal, agentBindings }: KeyLogin,
  onLog: (text: string) => void,
): Promise<readonly AgentKey[]> {
  if (!profile.tryAgent) return [];
  const places = await findAgents(profile.agentSocket);
  const listings = await listAgents(places, clock, signal, agentBindings());
  const keys = listings.flatMap((listing) => listing.keys ?? []);
  if (places.length === 0) onLog('There is no agent to ask for keys.');
  else if (listings.every((listing) => listing.keys === null)) onLog('The agent could not be reached.');
  else if (keys.length === 0) onLog('The agent holds no keys, or is locked.');
  else onLog(`The agent holds ${keys.length} ${keys.length === 1 ? 'key' : 'keys'}.`);
  return keys;
}
