import type { Result } from '../failure.ts';
import type { ConflictChoice, FilesStatus, Listing, NotDone, TransferAction } from '../files/files.ts';
import type { LocalFolder, LocalGrant, LocalListing, LocalStart } from '../files/local-files.ts';
import type { Empty, OfSession } from './channels.ts';

/** Awaited calls about the files of a session's server. Paths are the server's own, absolute. */
export interface FileRequests {
  'files.status': (payload: OfSession) => Result<FilesStatus>;
  /** Empty for a transfer that is not in the list any more. */
  'files.not-done': (payload: OfSession & { readonly transferId: string }) => Result<NotDone>;
  /** Reads a folder; null is the one that a login begins in. */
  'files.list': (payload: OfSession & { readonly path: string | null }) => Result<Listing>;
  'files.make-folder': (payload: OfSession & { readonly folder: string; readonly name: string }) => Result<null>;
  'files.rename': (payload: OfSession & { readonly path: string; readonly name: string }) => Result<null>;
  /** Moves files and folders into another folder of the server, over nothing that is there. */
  'files.move': (payload: OfSession & { readonly paths: readonly string[]; readonly folder: string }) => Result<null>;
  /** `mode`: permission bits, 0 to 0o7777. */
  'files.set-mode': (payload: OfSession & { readonly paths: readonly string[]; readonly mode: number }) => Result<null>;
  /**
   * Downloads to the system's folder of downloads, to one that the user is asked for, or into a granted one; false if they
   * thought better of it.
   */
  'files.download': (
    payload: OfSession & { readonly paths: readonly string[]; readonly to: 'downloads' | 'chosen' | LocalFolder },
  ) => Result<boolean>;
  /** Asks the user for files or for a folder, and uploads them; false if the user thought better of it. */
  'files.upload': (
    payload: OfSession & { readonly folder: string; readonly what: 'files' | 'folder' },
  ) => Result<boolean>;
  /** The folder of this computer that the window may look into: Downloads, or the one that its user has chosen before. */
  'files.begin-local': (payload: Empty) => Result<LocalStart>;
  /** Asks the user for another one, which takes its place; null if they thought better of it. */
  'files.choose-local': (payload: Empty) => Result<LocalGrant | null>;
  'files.list-local': (payload: LocalFolder) => Result<LocalListing>;
  /** Uploads what has these names in a folder within the granted one. */
  'files.upload-local': (
    payload: OfSession & { readonly folder: string; readonly from: LocalFolder; readonly names: readonly string[] },
  ) => Result<null>;
}

export interface FileCommands {
  'files.remove': OfSession & { readonly paths: readonly string[] };
  /** Opens a file in the system's program for it, and sends it back whenever it is saved there. */
  'files.edit': OfSession & { readonly path: string };
  'files.act-on-edit': OfSession & { readonly editId: string; readonly action: 'save' | 'end' };
  'files.act': OfSession & { readonly transferId: string; readonly action: TransferAction };
  'files.answer': OfSession & {
    readonly questionId: string;
    readonly choice: ConflictChoice;
    /** For all files that were asked for with it. */
    readonly forAll: boolean;
  };
  /** Whether the list of this computer's files is shown, kept for the next start. */
  'files.show-local': { readonly isShown: boolean };
  /** For the preload alone, which knows where dropped files lie: the page can't name a file of this computer, but in a granted folder. */
  'files.upload-dropped': OfSession & { readonly folder: string; readonly localPaths: readonly string[] };
}

export interface FileEvents {
  'files.changed': FilesStatus;
}

export const fileRequestNames = [
  'files.status',
  'files.not-done',
  'files.list',
  'files.make-folder',
  'files.rename',
  'files.move',
  'files.set-mode',
  'files.download',
  'files.upload',
  'files.begin-local',
  'files.choose-local',
  'files.list-local',
  'files.upload-local',
] as const satisfies readonly (keyof FileRequests)[];

/** Without the one that is the preload's. */
export const fileCommandNames = [
  'files.remove',
  'files.edit',
  'files.act-on-edit',
  'files.act',
  'files.answer',
  'files.show-local',
] as const satisfies readonly (keyof FileCommands)[];

export const fileEventNames = ['files.changed'] as const satisfies readonly (keyof FileEvents)[];
