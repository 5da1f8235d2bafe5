import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { typeOfBlob } from '../encoding.ts';
import { keyFailure } from '../keys/read-file.ts';
import { within } from '../within.ts';
import { connectAgent } from './connection.ts';
import { identitiesRequest, type ListedKey, readIdentities, readSignature, signatureRequest } from './messages.ts';

/** A key in an agent, which alone has its private part. */
export interface AgentKey extends ListedKey {
  /** Where the agent is. */
  readonly place: string;
  /** What it is told first wherever the key is used. */
  readonly bindings: readonly Uint8Array[];
}

/** What one agent said when it was asked for its keys. */
export interface AgentListing {
  readonly place: string;
  /** Null: it could not be reached, or gave no answer that makes sense. */
  readonly keys: readonly AgentKey[] | null;
}

/** An agent that must be unlocked first may ask its user, ms. */
const listLimit = 20_000;

/**
 * The keys of the agents at these places, as far as they may be used for what the bindings tell of. An agent that is
 * locked holds none, by its word (ssh-agent(1)).
 */
export function listAgents(
  places: readonly string[],
  clock: Clock,
  signal: AbortSignal,
  bindings: readonly Uint8Array[] = [],
): Promise<readonly AgentListing[]> {
  return Promise.all(
    places.map(async (place): Promise<AgentListing> => {
      const asking = new AbortController();
      const answer = await within(
        clock,
        listLimit,
        signal,
        askAgent(place, identitiesRequest, asking.signal, bindings),
      );
      asking.abort();
      const keys = answer === null ? null : readIdentities(answer);
      return { place, keys: keys === null ? null : keys.map((key) => ({ ...key, place, bindings })) };
    }),
  );
}

/**
 * Lets an agent sign, which may take as long as its user does to confirm it or to touch a security key; the signal gives
 * it up.
 */
export async function signByAgent(
  key: AgentKey,
  algorithm: string,
  data: Uint8Array,
  signal: AbortSignal,
): Promise<Result<Buffer>> {
  const answer = await askAgent(key.place, signatureRequest(key.blob, data, algorithm), signal, key.bindings);
  const signature = answer === null ? null : readSignature(answer);
  if (signature === null) return failed(keyFailure(t('The agent did not sign with the key.'), { field: 'tryAgent' }));
  // Old agents take no notice of the hash that is asked for: the server would refuse that as a forgery.
  return typeOfBlob(signature) === algorithm
    ? success(signature)
    : failed(
        keyFailure(t("The agent can't sign by {algorithm}, which the server asks for.", { algorithm }), {
          field: 'tryAgent',
        }),
      );
}

/**
 * One request over a connection of its own, after what binds that to sessions; null if there is no answer. The signal
 * gives it up.
 */
export async function askAgent(
  place: string,
  message: Uint8Array,
  signal: AbortSignal,
  bindings: readonly Uint8Array[] = [],
): Promise<Buffer | null> {
  const answer = await converse(place, [...bindings, message], signal);
  // An agent that does not know of bindings says so; one that hangs up instead is asked as before there were any.
  return answer === null && bindings.length > 0 && !signal.aborted ? converse(place, [message], signal) : answer;
}

/** The answer to the last one. */
async function converse(place: string, messages: readonly Uint8Array[], signal: AbortSignal): Promise<Buffer | null> {
  const connection = await connectAgent(place);
  if (connection === null) return null;
  if (signal.aborted) connection.close();
  signal.addEventListener('abort', connection.close);
  try {
    const answers = await Promise.all(messages.map(connection.request));
    return answers.at(-1) ?? null;
  } finally {
    signal.removeEventListener('abort', connection.close);
    connection.close();
  }
}
