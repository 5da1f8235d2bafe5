import type { FileEntry } from './files.ts';

/** A folder of this computer that its user lets the page look into, with all that lies in it. */
export interface LocalGrant {
  /** What the page calls it by: it names no path of this computer. */
  readonly grant: string;
  /** Absolute, made fit to show. */
  readonly shownPath: string;
}

/** A folder within a granted one: the names that lead there from it, none for itself. */
export interface LocalFolder {
  readonly grant: string;
  readonly folder: readonly string[];
}

/** Such a folder, read. */
export interface LocalListing {
  /** Absolute, made fit to show. */
  readonly shownPath: string;
  /** What a link leads to is not told where that lies outside of the granted folder. */
  readonly entries: readonly FileEntry[];
}

/** What a window begins with. */
export interface LocalStart extends LocalGrant {
  /** The list of this computer's files was shown last. */
  readonly isShown: boolean;
}

/** Folders at most below each other: more than paths of any system have room for. */
export const maxLocalDepth = 1024;
