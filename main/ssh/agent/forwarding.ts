import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { typeOfBlob } from '../encoding.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { plainBlobOf } from '../keys/user-certificate.ts';
import { harmlessLine } from '../sanitise.ts';
import { type AgentKey, askAgent, listAgents } from './agent.ts';
import type { OpenAgentChannel } from './forwarded-agent.ts';
import {
  agentFailure,
  agentSuccess,
  extensionRequest,
  identitiesAnswerOf,
  keyToSignWith,
  requestIdentities,
  signRequest,
} from './messages.ts';
import type { FindAgents } from './places.ts';
import { isSessionBind } from './session-bind.ts';

/** Refusals in a row after which nobody is asked any more: who is asked again and again says yes in the end. */
const maxRefusals = 3;

/** Questions in a row that went with the channel that they were about: a program that is stopped takes one back. */
const maxWithdrawn = 16;

export interface ForwardingOptions {
  /** Who asks, as the user named it. */
  readonly host: string;
  /** Says which agent, and whether to ask before each signature. */
  readonly profile: Pick<Profile, 'agentForwarding' | 'agentSocket'>;
  readonly findAgents: FindAgents;
  /** The signal ends the question. */
  readonly ask: (prompt: Prompt, signal: AbortSignal) => Promise<PromptAnswer>;
  readonly onLog: (text: string) => void;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What tells an agent that it is this server's programs that ask. */
  readonly bindings: () => readonly Uint8Array[];
}

/** As ssh-agent's AGENT_MAX_SESSION_IDS: servers that a program has gone on to. */
const maxBindings = 16;

/**
 * Answers what programs on the server ask of the user's agents, which seem to be one. They may list keys, have data signed,
 * and say where they go on to; adding, removing and locking are the user's alone, and are refused.
 */
export function forwardedAnswers(options: ForwardingOptions): OpenAgentChannel {
  const { host, profile, findAgents, clock, signal, onLog } = options;
  const refused = Buffer.of(agentFailure);

  let refusals = 0;
  let withdrawn = 0;
  const shutOut = () => onLog(`${host} may not use the agent any more until you connect again.`);
  const consent = async (key: AgentKey, closed: AbortSignal): Promise<boolean> => {
    if (refusals >= maxRefusals || withdrawn >= maxWithdrawn || closed.aborted) return false;
    const question = {
      kind: 'agent-use',
      host,
      keyType: harmlessLine(typeOfBlob(key.blob)),
      fingerprint: fingerprintOf(plainBlobOf(key.blob)),
      comment: harmlessLine(key.comment),
    } as const;
    const answer = await options.ask(question, closed);
    if (closed.aborted) {
      withdrawn += 1;
      if (withdrawn === maxWithdrawn) shutOut();
      return false;
    }
    withdrawn = 0;
    const isAllowed = answer.kind === 'accept-once';
    refusals = isAllowed ? 0 : refusals + 1;
    if (refusals === maxRefusals) shutOut();
    return isAllowed;
  };

  /** One question at a time, so that what is said to one counts for those that wait. */
  let asked: Promise<unknown> = Promise.resolve();
  const isAllowed = async (key: AgentKey, closed: AbortSignal): Promise<boolean> => {
    if (profile.agentForwarding !== 'ask') return true;
    const answer = asked.then(() => consent(key, closed));
    asked = answer;
    return answer;
  };

  return (closed) => {
    /** What this channel's program has told of the servers that it went on to, after what is told of this one. */
    const further: Uint8Array[] = [];
    const places = () => findAgents(profile.agentSocket);
    const bindings = () => [...options.bindings(), ...further];

    const keys = async (): Promise<readonly AgentKey[]> =>
      (await listAgents(await places(), clock, signal, bindings())).flatMap((listing) => listing.keys ?? []);

    const signature = async (request: Buffer): Promise<Buffer> => {
      const blob = keyToSignWith(request);
      const key = blob === null ? undefined : (await keys()).find((candidate) => candidate.blob.equals(blob));
      if (key === undefined) return refused;
      const name = `${harmlessLine(typeOfBlob(key.blob))} ${fingerprintOf(plainBlobOf(key.blob))}`;
      if (!(await isAllowed(key, closed))) {
        onLog(`A program on ${host} was not allowed to use the agent's key ${name}.`);
        return refused;
      }
      onLog(`A program on ${host} uses the agent's key ${name}.`);
      return (await askAgent(key.place, request, signal, key.bindings)) ?? refused;
    };

    const bind = async (request: Buffer): Promise<Buffer> => {
      if (!isSessionBind(request) || further.length >= maxBindings) return refused;
      const answers = (await places()).map((place) => askAgent(place, request, signal, bindings()));
      const isBound = (await Promise.all(answers)).some((answer) => answer?.[0] === agentSuccess);
      if (!isBound) return refused;
      further.push(Buffer.from(request));
      return Buffer.of(agentSuccess);
    };

    return async (message) => {
      switch (message[0]) {
        case requestIdentities:
          return identitiesAnswerOf(await keys());
        case signRequest:
          return signature(message);
        case extensionRequest:
          return bind(message);
        default:
          return refused;
      }
    };
  };
}
