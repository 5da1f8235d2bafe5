import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import { type Result, success } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import type { RequestedOpening } from './command-line.ts';
import { readGivenFiles } from './given-files.ts';
import { requestedSession } from './requested-session.ts';

/** A session that a command line asks for, ready to be opened. */
export interface ReadRequest {
  readonly session: OpenSession;
  /** Opened beside those of its settings. */
  readonly forwards: readonly Forward[];
  readonly password: string | null;
  /** Something to tell the user, a full sentence; null if there is nothing. */
  readonly warning: string | null;
}

/** Puts together what a command line, the files that it names and the saved sessions say; `folder` is where it was given. */
export function readRequest(asked: RequestedOpening, folder: string, saved: SavedSessions): Result<ReadRequest> {
  const read = readGivenFiles(asked, folder);
  if (!read.ok) return read;
  const session = requestedSession(read.value.opening, saved);
  return session.ok ? success({ ...read.value, session: session.value, forwards: asked.forwards }) : session;
}
