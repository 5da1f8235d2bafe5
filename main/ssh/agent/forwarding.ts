import type { Profile } from '#contract/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { typeOfBlob } from '../encoding.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { plainBlobOf } from '../keys/user-certificate.ts';
import { harmlessLine } from '../sanitise.ts';
import { type AgentKey, askAgent, listAgents } from './agent.ts';
import type { AnswerMessage } from './forwarded-agent.ts';
import { agentFailure, identitiesAnswerOf, keyToSignWith, requestIdentities, signRequest } from './messages.ts';
import type { FindAgents } from './places.ts';

/** Refusals in a row after which nobody is asked any more: who is asked again and again says yes in the end. */
const maxRefusals = 3;

export interface ForwardingOptions {
  /** Who asks, as the user named it. */
  readonly host: string;
  /** Says which agent, and whether to ask before each signature. */
  readonly profile: Pick<Profile, 'agentForwarding' | 'agentSocket'>;
  readonly findAgents: FindAgents;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onLog: (text: string) => void;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Answers what programs on the server ask of the user's agents, which seem to be one. They may list keys and have data
 * signed; adding, removing and locking are the user's alone, and are refused.
 */
export function forwardedAnswers(options: ForwardingOptions): AnswerMessage {
  const { host, profile, findAgents, clock, signal, onLog } = options;
  const refused = Buffer.of(agentFailure);

  const keys = async (): Promise<readonly AgentKey[]> =>
    (await listAgents(await findAgents(profile.agentSocket), clock, signal)).flatMap((listing) => listing.keys ?? []);

  let refusals = 0;
  const consent = async (key: AgentKey): Promise<boolean> => {
    if (refusals >= maxRefusals) return false;
    const answer = await options.ask({
      kind: 'agent-use',
      host,
      keyType: harmlessLine(typeOfBlob(key.blob)),
      fingerprint: fingerprintOf(plainBlobOf(key.blob)),
      comment: harmlessLine(key.comment),
    });
    const isAllowed = answer.kind === 'accept-once';
    refusals = isAllowed ? 0 : refusals + 1;
    if (refusals === maxRefusals) onLog(`${host} may not use the agent any more until you connect again.`);
    return isAllowed;
  };

  /** One question at a time, so that what is said to one counts for those that wait. */
  let asked: Promise<unknown> = Promise.resolve();
  const isAllowed = async (key: AgentKey): Promise<boolean> => {
    if (profile.agentForwarding !== 'ask') return true;
    const answer = asked.then(() => consent(key));
    asked = answer;
    return answer;
  };

  const signature = async (request: Buffer): Promise<Buffer> => {
    const blob = keyToSignWith(request);
    const key = blob === null ? undefined : (await keys()).find((candidate) => candidate.blob.equals(blob));
    if (key === undefined) return refused;
    const name = `${harmlessLine(typeOfBlob(key.blob))} ${fingerprintOf(plainBlobOf(key.blob))}`;
    if (!(await isAllowed(key))) {
      onLog(`A program on ${host} was not allowed to use the agent's key ${name}.`);
      return refused;
    }
    onLog(`A program on ${host} uses the agent's key ${name}.`);
    return (await askAgent(key.place, request, signal)) ?? refused;
  };

  return async (message) => {
    switch (message[0]) {
      case requestIdentities:
        return identitiesAnswerOf(await keys());
      case signRequest:
        return signature(message);
      default:
        return refused;
    }
  };
}
