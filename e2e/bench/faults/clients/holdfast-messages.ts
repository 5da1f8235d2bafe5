import type { Profile } from '#contract/profile/profile.ts';
import type { SessionState } from '#contract/session/session.ts';

/** To the process that holds a session, one JSON object a line; the first is `open`. Its session ends with its input. */
export type ToHoldfast =
  | { readonly kind: 'open'; readonly profile: Profile; readonly folder: string }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'restart' };

/** From it, one JSON object a line. `at` is of monotonicMs. */
export type FromHoldfast =
  | { readonly kind: 'state'; readonly at: number; readonly state: SessionState }
  | { readonly kind: 'stalled'; readonly at: number; readonly stalled: boolean }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'log'; readonly at: number; readonly text: string };
