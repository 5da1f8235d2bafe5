import type { Failure, Result } from '#contract/failure.ts';
import type { FileKind } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';

/** An open file of the server: opaque (draft-ietf-secsh-filexfer-02, 6.2). */
export type FileHandle = object & { readonly brand: 'FileHandle' };

/** What the server says of a file; times in seconds since 1970. */
export interface FileAttributes {
  readonly kind: FileKind;
  readonly size: number;
  readonly modifiedAt: number;
  /** Permission bits: 0 to 0o7777. */
  readonly mode: number;
}

/** A name in a folder; links are told of themselves, not of where they lead. */
export interface FolderEntry extends FileAttributes {
  readonly name: string;
  readonly owner: string;
  readonly group: string;
}

/** How a file is opened: `write` keeps what is there, `create` refuses where there is one, `replace` empties it. */
export type OpenMode = 'read' | 'write' | 'create' | 'replace';

/**
 * The files of a session's server, over a channel beside the terminal's. main/ssh implements it over SFTP version 3.
 * Requests are answered in their order, and many may be under way: nothing here waits for the one before. Nothing
 * rejects; what is asked of a connection that is gone fails with `files-lost`.
 */
export interface RemoteFiles {
  /** Bytes that one read or write may carry at most. */
  readonly chunkBytes: number;
  readonly realPath: (path: string) => Promise<Result<string>>;
  /** Without `.` and `..`. */
  readonly list: (path: string) => Promise<Result<readonly FolderEntry[]>>;
  /** Of what links lead to. */
  readonly stat: (path: string) => Promise<Result<FileAttributes>>;
  /** Of a link itself. */
  readonly lstat: (path: string) => Promise<Result<FileAttributes>>;
  /** `permissions` are those of a file that is made, before the server's umask. */
  readonly open: (path: string, mode: OpenMode, permissions?: number) => Promise<Result<FileHandle>>;
  readonly close: (handle: FileHandle) => Promise<Result<null>>;
  /** Reads into `target`, as much as there is room for at most; gives the bytes read, 0 at the end of the file. */
  readonly read: (handle: FileHandle, target: Uint8Array, position: number) => Promise<Result<number>>;
  readonly write: (handle: FileHandle, bytes: Uint8Array, position: number) => Promise<Result<null>>;
  readonly setModified: (handle: FileHandle, modifiedAt: number) => Promise<Result<null>>;
  readonly setMode: (path: string, mode: number) => Promise<Result<null>>;
  readonly rename: (from: string, to: string) => Promise<Result<null>>;
  readonly removeFile: (path: string) => Promise<Result<null>>;
  readonly removeFolder: (path: string) => Promise<Result<null>>;
  readonly makeFolder: (path: string) => Promise<Result<null>>;
  /** Resolves when the channel has ended, by whomever. */
  readonly ended: Promise<void>;
  /** Ends the channel; what is under way fails. */
  readonly end: () => void;
}

/** Opens a channel for files. Fails with `files-unavailable` where the server has no SFTP. */
export type OpenFiles = () => Promise<Result<RemoteFiles>>;

/** What every request of a connection that is gone, or was never made, comes to. */
export const filesLost = (): Failure => ({
  code: 'files-lost',
  message: t('The session is not connected.'),
  retryable: true,
});
