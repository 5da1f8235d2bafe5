import { assertNever } from '#contract/failure.ts';
import type { CloseReason } from '#contract/session.ts';

/** What is said when a session has ended. */
export interface CloseWords {
  /** One line: what happened, and when. */
  readonly title: string;
  /** The reason and the next step, where there are any. */
  readonly details: readonly string[];
}

/** `at` is when it ended, in milliseconds since 1970. */
export function closeWords(reason: CloseReason, hostName: string, at: number): CloseWords {
  const time = new Date(at).toLocaleTimeString();
  switch (reason.kind) {
    case 'exited':
      return { title: `The session ended at ${time}.`, details: exitDetails(reason) };
    case 'disconnected':
      return { title: `Disconnected from ${hostName} at ${time}.`, details: [] };
    case 'refused':
      return { title: `Could not connect to ${hostName} at ${time}.`, details: failureDetails(reason) };
    case 'lost':
      return { title: `The connection to ${hostName} was lost at ${time}.`, details: failureDetails(reason) };
    default:
      return assertNever(reason);
  }
}

function exitDetails({ code, signal }: CloseReason & { readonly kind: 'exited' }): readonly string[] {
  if (signal !== null) return [`Signal ${signal} ended the program.`];
  return code === null || code === 0 ? [] : [`Exit status ${code}.`];
}

const failureDetails = ({ failure }: CloseReason & { readonly kind: 'refused' | 'lost' }): readonly string[] =>
  failure.hint === undefined ? [failure.message] : [failure.message, failure.hint];
