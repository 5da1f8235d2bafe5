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

  const isAllowed = async (key: AgentKey): Promise<boolean> => {
    if (profile.agentForwarding !== 'ask') return true;
    const answer = await options.ask({
      kind: 'agent-use',
      host,
      keyType: harmlessLine(typeOfBlob(key.blob)),
      fingerprint: fingerprintOf(plainBlobOf(key.blob)),
      comment: harmlessLine(key.comment),
    });
    return answer.kind === 'accept-once';
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
