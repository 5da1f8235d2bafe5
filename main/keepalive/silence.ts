import type { Failure } from '#contract/failure.ts';

/** One connection of its own that logs in, stays silent for a time, and then asks once for an answer. Never rejects. */
export type ProbeSilence = (request: SilenceRequest) => Promise<SilenceOutcome>;

export interface SilenceRequest {
  readonly silentMs: number;
  /** Disconnects. */
  readonly signal: AbortSignal;
  /** Logged in; it is silent from now on. */
  readonly onSilent: () => void;
  /** The silence is over, and an answer is waited for. */
  readonly onChecking: () => void;
}

export type SilenceOutcome =
  | { readonly kind: 'survived' }
  /** The path forgot the connection within this silence, ms. */
  | { readonly kind: 'cut'; readonly silentMs: number }
  /** This one told nothing of the path; another may. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** It did not get in: nobody should try again at once. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The server does not stay silent itself: no connection to it can. */
  | { readonly kind: 'disturbed'; readonly failure: Failure }
  /** The signal ended it. */
  | { readonly kind: 'aborted' };
