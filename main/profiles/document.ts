/**
 * What stands in a guarded file: the saved sessions, or what is known of paths. Pure. Entries are a list, not an object
 * keyed by name, so that a session called `__proto__` is an entry like any other. Whatever this version doesn't know is
 * carried along untouched.
 */
export interface SavedDocument {
  readonly schemaVersion: typeof schemaVersion;
  /** Each is an {@link Entry} if it can be read; the others stay as they are. */
  readonly sessions?: readonly unknown[];
  /** In the file of paths alone. */
  readonly paths?: readonly unknown[];
  readonly servers?: readonly unknown[];
  /** Entries that could not be read and whose name was then saved anew. */
  readonly setAside?: readonly unknown[];
  readonly [other: string]: unknown;
}

export interface Entry {
  readonly name: string;
  readonly settings: unknown;
}

/** Raised when an older version could misread the file; a new setting alone does not raise it. */
export const schemaVersion = 1;

export const emptyDocument: SavedDocument = { schemaVersion, sessions: [] };

export type ParsedDocument =
  | { readonly kind: 'good'; readonly document: SavedDocument }
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
  return isDocument(data) ? { kind: 'good', document: data } : { kind: 'damaged' };
}

/** Indented, so that a user can read, compare and mend it. */
export const serializeDocument = (document: SavedDocument): string => `${JSON.stringify(document, null, 2)}\n`;

export const isEntry = (data: unknown): data is Entry =>
  isRecord(data) && typeof data.name === 'string' && isRecord(data.settings);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isDocument = (data: Record<string, unknown>): data is SavedDocument & Record<string, unknown> => {
  const { sessions, paths, servers, setAside } = data;
  const areLists = [sessions, paths, servers, setAside].every((list) => list === undefined || Array.isArray(list));
  return areLists && (sessions !== undefined || paths !== undefined);
};
