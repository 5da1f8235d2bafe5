import { isSettled } from '#contract/files/files.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import type { OpenFiles } from '../session/ports/remote-files.ts';
import { createSessionFiles, type SessionFiles, type SessionFilesOptions } from './session-files.ts';

/** The files of all sessions that were asked for. They live as long as their sessions. */
export interface Files {
  /** Undefined where there is no such session. */
  readonly of: (id: SessionId) => SessionFiles | undefined;
  /** A transfer is not finished. */
  readonly hasTransfers: (id: SessionId) => boolean;
  /** The same, or a file is open in its editor. */
  readonly isBusy: (id: SessionId) => boolean;
  readonly noteSession: (snapshot: Pick<SessionSnapshot, 'id' | 'state'>) => void;
  readonly noteRemoved: (id: SessionId) => void;
}

export interface FilesOptions extends Omit<SessionFilesOptions, 'id' | 'openFiles'> {
  readonly session: (id: SessionId) => { readonly openFiles: OpenFiles } | undefined;
}

export function createFiles({ session, ...options }: FilesOptions): Files {
  const opened = new Map<SessionId, SessionFiles>();
  /** Sessions that were open when they were last heard of: many changes of one are of no interest here. */
  const open = new Set<SessionId>();

  const hasTransfers = (id: SessionId) => opened.get(id)?.status().transfers.every(isSettled) === false;

  return {
    of: (id) => {
      const found = session(id);
      if (found === undefined) return undefined;
      const files = opened.get(id) ?? createSessionFiles({ ...options, id, openFiles: found.openFiles });
      opened.set(id, files);
      return files;
    },
    hasTransfers,
    isBusy: (id) => hasTransfers(id) || (opened.get(id)?.status().edits.length ?? 0) > 0,
    noteSession: ({ id, state }) => {
      if (state.kind !== 'open') open.delete(id);
      else if (!open.has(id)) {
        open.add(id);
        opened.get(id)?.noteConnected();
      }
    },
    noteRemoved: (id) => {
      opened.get(id)?.dispose();
      opened.delete(id);
      open.delete(id);
    },
  };
}
