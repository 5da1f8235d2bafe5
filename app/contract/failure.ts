/**
 * Failures are values: whatever can go wrong for a user is a {@link Failure}, classified once, at the edge where it
 * happened, from codes and never from message text. Nothing that crosses a process throws.
 */

/** What went wrong, by the layer that knows. A new code needs a sentence where it is made, nowhere else. */
export type FailureCode =
  // control plane
  | 'invalid-payload'
  | 'untrusted-sender'
  | 'not-found'
  | 'cancelled'
  | 'internal'
  // reaching the host
  | 'host-not-found'
  | 'connection-refused'
  | 'unreachable'
  | 'network-down'
  | 'connection-timeout'
  | 'connection-reset'
  | 'connection-closed'
  // proxies and jump hosts
  | 'route-invalid'
  | 'proxy-refused'
  | 'proxy-failed'
  // the SSH handshake
  | 'not-ssh'
  | 'handshake-timeout'
  | 'no-common-algorithm'
  | 'protocol-error'
  | 'server-disconnected'
  // trust and authentication
  | 'host-key-changed'
  | 'host-key-revoked'
  | 'host-key-rejected'
  | 'authentication-refused'
  | 'key-unusable'
  | 'channel-refused'
  // the search for a path's idle limit
  | 'limit-unmeasurable'
  // forwards
  | 'port-in-use'
  | 'port-unavailable'
  // files of the server
  | 'files-unavailable'
  | 'files-lost'
  | 'file-not-found'
  | 'file-refused'
  | 'file-failed'
  // saved sessions
  | 'storage-full'
  | 'storage-failed'
  | 'storage-newer';

/** One thing that went wrong, told to the user in one sentence. */
export interface Failure {
  readonly code: FailureCode;
  /** A full sentence in the user's words, with names and numbers; never a stack trace, never raw server bytes. */
  readonly message: string;
  /** Whether doing the same again can help. */
  readonly retryable: boolean;
  /** The next step for the user, a full sentence. */
  readonly hint?: string;
  /** Which input is at fault, where one is: a setting's key. */
  readonly field?: string;
}

/** A failure as it is told where there is one place for it: its sentence, and the next step after that. */
export const sentenceOf = ({ message, hint }: Pick<Failure, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message} ${hint}`;

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });

/** Ends every switch over a union, so that a new member is a compile error there. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
