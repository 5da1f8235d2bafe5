import { isRecord, parseJson } from '#contract/json.ts';
import { migrateFromFirst } from './first-schema.ts';

/**
 * What stands in a guarded file: the saved sessions, what is known of paths, or highlight sets. Pure. Entries are a
 * list, not an object keyed by name, so that a session called `__proto__` is an entry like any other. Whatever this
 * version doesn't know is carried along untouched.
 */
export interface SavedDocument {
  readonly schemaVersion: typeof schemaVersion;
  /** Each is an {@link Entry} if it can be read; the others stay as they are. */
  readonly sessions?: readonly unknown[];
  /** Each is a {@link FolderEntry} if it can be read. A folder that holds something may be missing. */
  readonly folders?: readonly unknown[];
  /** In the file of paths alone. */
  readonly paths?: readonly unknown[];
  readonly servers?: readonly unknown[];
  /** In the file of highlight sets alone. */
  readonly highlightSets?: readonly unknown[];
  /** Entries that could not be read and whose name was then saved anew. */
  readonly setAside?: readonly unknown[];
  readonly [other: string]: unknown;
}

export interface Entry {
  readonly name: string;
  /** The path of the folder that it lies in; missing outside of all. */
  readonly folder?: string;
  /** What differs from the starting values of its place. */
  readonly settings: unknown;
}

export interface FolderEntry {
  readonly path: string;
  /** What differs from the starting values around it. */
  readonly settings: unknown;
}

/** Raised when an older version could misread the file; a new setting alone does not raise it. */
export const schemaVersion = 2;

export const emptyDocument: SavedDocument = { schemaVersion, sessions: [] };

export type ParsedDocument =
  /** Of this version, or brought to it from the version that is named. */
  | { readonly kind: 'good'; readonly document: SavedDocument; readonly version: number }
  /** Written by a later version of the program: to be kept as it is. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Not JSON, or not of this shape: truncated, overwritten, or another program's. */
  | { readonly kind: 'damaged' };

/** Reads the text of the file. Never throws. */
export function parseDocument(text: string): ParsedDocument {
  const data = parseJson(text);
  if (!isRecord(data)) return { kind: 'damaged' };
  const version = data.schemaVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { kind: 'damaged' };
  if (version > schemaVersion) return { kind: 'newer', version };
  const current = version === 1 ? migrateFromFirst(data) : data;
  return isDocument(current) ? { kind: 'good', document: current, version } : { kind: 'damaged' };
}

/** Indented, so that a user can read, compare and mend it. */
export const serializeDocument = (document: SavedDocument): string => `${JSON.stringify(document, null, 2)}\n`;

export const isEntry = (data: unknown): data is Entry =>
  isRecord(data) &&
  typeof data.name === 'string' &&
  (data.folder === undefined || typeof data.folder === 'string') &&
  isRecord(data.settings);

export const isFolderEntry = (data: unknown): data is FolderEntry =>
  isRecord(data) && typeof data.path === 'string' && isRecord(data.settings);

const isDocument = (data: Record<string, unknown>): data is SavedDocument & Record<string, unknown> => {
  const { sessions, folders, paths, servers, highlightSets, setAside } = data;
  const areLists = [sessions, folders, paths, servers, highlightSets, setAside].every(
    (list) => list === undefined || Array.isArray(list),
  );
  return areLists && [sessions, paths, highlightSets].some((list) => list !== undefined);
};
