import type { Result } from '#contract/failure.ts';
import type { HighlightSet } from '#contract/highlights/highlight-set.ts';
import type { ProfileChanges } from '#contract/profile/profile.ts';
import type { ImportKind, Unmapped } from '#contract/saved/import.ts';

/** One session as another program has it. */
export interface ReadSession {
  readonly name: string;
  /** The path of its folder; empty outside of all. */
  readonly folder: string;
  /** What it sets; the rest is as in a new session. */
  readonly changes: ProfileChanges;
  readonly unmapped: readonly Unmapped[];
  /** Why it can't be imported, as a full sentence; null if it can. */
  readonly refused: string | null;
}

/** A folder, with the settings that it gives to what lies in it. */
export interface ReadFolder {
  readonly path: string;
  readonly settings: ProfileChanges;
}

/** All that was read of a source. */
export interface Read {
  readonly kind: ImportKind;
  readonly sessions: readonly ReadSession[];
  /** Each after the one around it. */
  readonly folders: readonly ReadFolder[];
  /** Of Holdfast's users. */
  readonly highlightSets: readonly HighlightSet[];
  /** Lines of known_hosts. */
  readonly hostKeys: readonly string[];
  /** What could not be read; full sentences. */
  readonly problems: readonly string[];
}

export const nothingRead = {
  sessions: [],
  folders: [],
  highlightSets: [],
  hostKeys: [],
  problems: [],
} as const satisfies Omit<Read, 'kind'>;

/** An entry of PuTTY's SshHostKeys: a value of its registry key, or a line of its file. */
export interface StoredHostKey {
  readonly name: string;
  readonly value: string;
}

/** How host keys are written; main/ssh knows. */
export interface HostKeyNotation {
  /** The line of known_hosts for an entry of PuTTY's. */
  readonly lineOf: (entry: StoredHostKey) => Result<string>;
  /** The entries in a file of PuTTY's on Unix. */
  readonly entriesIn: (text: string) => readonly StoredHostKey[];
  /** The lines of a known_hosts file that record a host's key. */
  readonly linesIn: (text: string) => readonly string[];
}
