import type { Failure } from '../failure.ts';
import type { SessionId } from '../session/session.ts';

/** What lies in a folder of the server. A device, pipe or socket is `other`: it is shown, and not transferred. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** One entry of a folder, of the server or of this computer. */
export interface FileEntry {
  /** As where it lies calls it: to be named there, never to be shown or to name a file on the other side. */
  readonly name: string;
  /** The same made fit to show. */
  readonly shownName: string;
  readonly kind: FileKind;
  /** What a link leads to; null where it leads nowhere, or is no link. */
  readonly target: FileKind | null;
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970, UTC. */
  readonly modifiedAt: number;
}

export interface RemoteEntry extends FileEntry {
  /** Permission bits with setuid, setgid and sticky: 0 to 0o7777. */
  readonly mode: number;
  /** Names where the server tells them, else numbers. */
  readonly owner: string;
  readonly group: string;
}

/** A folder of the server, read. */
export interface Listing {
  /** Absolute, without links. */
  readonly path: string;
  /** The same made fit to show. */
  readonly shownPath: string;
  readonly entries: readonly RemoteEntry[];
}

/** Whether Enter or a double click goes into it. */
export const isFolder = ({ kind, target }: Pick<FileEntry, 'kind' | 'target'>): boolean =>
  kind === 'folder' || target === 'folder';

/** What to do where a file of the name is there already. */
export type ConflictChoice = 'overwrite' | 'skip' | 'rename';

/** A file is in the way: the transfer waits for its user. */
export interface ConflictQuestion {
  readonly questionId: string;
  /** Made fit to show. */
  readonly name: string;
  readonly from: FileFacts;
  readonly to: FileFacts;
}

export interface FileFacts {
  readonly size: number;
  readonly modifiedAt: number;
}

/** Where something that was asked for stands. */
export type TransferState =
  /** Others are before it. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  /** The session is not connected; it goes on when it is again. */
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'asking'; readonly question: ConflictQuestion }
  | { readonly kind: 'done' }
  /** Something of it was not done; `failure` is of the first, and `failed` counts them. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly failed: number }
  | { readonly kind: 'cancelled' };

/** Something that the user asked for: a file or a folder, up or down, or a deletion. */
export interface Transfer {
  readonly transferId: string;
  readonly kind: 'download' | 'upload' | 'delete';
  /** Made fit to show. */
  readonly name: string;
  /** Where it goes, or what is deleted; made fit to show. */
  readonly to: string;
  readonly state: TransferState;
  /** Bytes done, and in all as far as is known. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Files done, and in all as far as is known. */
  readonly files: number;
  readonly totalFiles: number;
  /** Over the last seconds; 0 while it does not run. */
  readonly bytesPerSecond: number;
}

/** What of a transfer was not done, and why. */
export interface NotDone {
  /** Sentences that name what they are about, in the order in which it failed: the first thousand. */
  readonly reasons: readonly string[];
  /** How many more there are, whose reasons are not kept. */
  readonly more: number;
}

/** Whether nothing more happens with it unless the user asks for it. */
export const isSettled = ({ state }: Pick<Transfer, 'state'>): boolean =>
  state.kind === 'done' || state.kind === 'failed' || state.kind === 'cancelled';

export type EditState =
  | { readonly kind: 'opening' }
  /** It is open in the system's program for it; `savedAt` is when it was last sent back, wall clock, ms. */
  | { readonly kind: 'open'; readonly savedAt: number | null }
  | { readonly kind: 'saving' }
  /** It was changed on the server too since it was fetched. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A file of the server that is edited here. */
export interface Edit {
  readonly editId: string;
  /** Made fit to show, as is the folder of the server that it lies in. */
  readonly name: string;
  readonly folder: string;
  readonly state: EditState;
}

/** What goes on with a session's files. */
export interface FilesStatus {
  readonly id: SessionId;
  readonly transfers: readonly Transfer[];
  readonly edits: readonly Edit[];
  /** How many transfers have come to their end: with each, what is in the server's folders may have changed. */
  readonly settled: number;
}

export type TransferAction = 'pause' | 'resume' | 'cancel' | 'retry' | 'remove';

/** Characters at most of a path of the server: Linux' PATH_MAX. */
export const maxRemotePathLength = 4096;
