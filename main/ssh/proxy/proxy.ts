import type { Result } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Target } from '../target.ts';
import type { Conversation } from './conversation.ts';

/** What a proxy has to know, whichever its kind. */
export interface ProxyRequest {
  readonly proxy: Target;
  /** Where it is to lead. */
  readonly target: Target;
  /** The address of the target where it was looked up here; null: the proxy looks the name up. */
  readonly address: string | null;
  readonly profile: Pick<Profile, 'proxyUserName' | 'proxyCommand'>;
  /** The password of the proxy's user, or null if the user cancelled. */
  readonly password: () => Promise<string | null>;
}

/**
 * How an attempt ended: the proxy leads to the target (`connected`), or wants the login that it was not given, or was
 * given wrongly (`login`), which needs a new connection to the proxy.
 */
export type ProxyAnswer = 'connected' | 'login';

/** Speaks one kind of proxy's protocol over a connection to it. `attempt` is 0 the first time. */
export type SpeakProxy = (
  conversation: Conversation,
  request: ProxyRequest,
  attempt: number,
) => Promise<Result<ProxyAnswer>>;
