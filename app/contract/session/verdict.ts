/** Why a session that was open ended by itself, how sure that is, what it rests on, and what to do about it. */
export interface DropVerdict {
  readonly kind: DropKind;
  /** `certain`: nothing else fits. `likely`: something else could look the same. `unsure`: it can't be told. */
  readonly confidence: 'certain' | 'likely' | 'unsure';
  /** What happened, a full sentence; where it isn't certain it says so. */
  readonly sentence: string;
  /** What was observed, a full sentence each. */
  readonly evidence: readonly string[];
  readonly remedy: Remedy;
}

export type DropKind =
  /** A router on the way forgot the idle connection, and answered the next packet with a reset. */
  | 'idle-cut-reset'
  /** The same, with no answer at all. */
  | 'idle-cut-silent'
  /** The server ended it in so many words, or by closing the connection. */
  | 'server-closed'
  /** The shell or menu logged out because nothing was typed: no packet helps against that. */
  | 'idle-logout'
  /** The server ends sessions in which nothing is typed or printed: no packet helps against that either. */
  | 'server-idle-limit'
  /** The server, or the program that answers for it, is not there any more. */
  | 'server-gone'
  | 'network-down'
  /** This machine has another network address now: no connection outlives that. */
  | 'address-changed'
  /** This machine slept. */
  | 'suspended'
  | 'unknown';

export type Remedy =
  | { readonly kind: 'none' }
  | { readonly kind: 'reconnect' }
  /** Connect again with this many seconds between keepalives. */
  | { readonly kind: 'set-keepalive'; readonly seconds: number };
