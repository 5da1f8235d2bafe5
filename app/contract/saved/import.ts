import type { Failure } from '../failure.ts';
import type { SettingKey } from '../settings/settings-table.ts';

/** Which program's sessions are read. */
export type ImportKind = 'putty' | 'tera-term' | 'holdfast' | 'host-keys';

/** Sessions of another program that were found on this computer. */
export interface ImportSource {
  readonly id: string;
  readonly kind: ImportKind;
  /** Where: a folder, a file or a registry key. */
  readonly place: string;
  /** How many sessions it has; null if that is known once it is read. */
  readonly sessions: number | null;
}

/** What to read: a source that was found, or a file that the user is asked for. */
export type ImportFrom = { readonly kind: 'found'; readonly id: string } | { readonly kind: 'file' };

/** A setting of the other program that has no counterpart here. */
export interface Unmapped {
  /** As the other program calls it. */
  readonly key: string;
  readonly value: string;
  /** Why it is left out; a full sentence. */
  readonly reason: string;
}

/** How an imported session stands to those that are saved. */
export type ImportStanding =
  | { readonly kind: 'new' }
  /** It is saved already, with the same settings. */
  | { readonly kind: 'same' }
  /** Its name is taken by a session that differs from it in these settings. */
  | { readonly kind: 'conflict'; readonly differs: readonly SettingKey[] }
  /** It can't be imported; a full sentence says why. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface ImportedRow {
  readonly name: string;
  /** The path of its folder; empty outside of all. */
  readonly folder: string;
  /** `user@host:port`, as far as it has them. */
  readonly target: string;
  readonly standing: ImportStanding;
  /** A name that is free, for one whose own is taken. */
  readonly freeName: string;
  readonly unmapped: readonly Unmapped[];
  /** It sends no null packets, as it is PuTTY's default. */
  readonly isWithoutKeepalive: boolean;
}

/** What an import would bring. Nothing is changed yet. */
export interface ImportPreview {
  /** Names it in {@link ImportRequest}: the sessions themselves stay in main. */
  readonly id: string;
  readonly kind: ImportKind;
  readonly place: string;
  readonly rows: readonly ImportedRow[];
  /** Names of highlight sets that sessions in it use, and that are not here yet. */
  readonly highlightSets: readonly string[];
  /** Host keys that are not known yet; those that are; those whose host is known by another key and that stay out. */
  readonly hostKeys: { readonly added: number; readonly known: number; readonly conflicting: readonly string[] };
  /** What could not be read; full sentences. */
  readonly problems: readonly string[];
}

/** What the user chose of a preview. */
export interface ImportRequest {
  readonly id: string;
  readonly sessions: readonly {
    /** Of the row. */
    readonly index: number;
    /** The name to save it under. */
    readonly name: string;
    /** Whether a session of that name may be replaced. */
    readonly replaces: boolean;
  }[];
  readonly hostKeys: boolean;
  /** Turns null packets on, at Holdfast's own interval, in those that have none. */
  readonly keepsAlive: boolean;
}

/** Which of the saved sessions are exported; the folders around them are, too. */
export interface ExportChoice {
  /** By their names. */
  readonly sessions: readonly string[];
  /** By their paths: with what they give, and without what lies in them. */
  readonly folders: readonly string[];
  /** With Default Settings. */
  readonly defaults: boolean;
}

export interface ImportOutcome {
  readonly added: number;
  readonly replaced: number;
  readonly highlightSets: number;
  readonly hostKeys: number;
  /** The file that the saved sessions were copied to before; null where there was nothing to copy. */
  readonly backup: string | null;
  /** Highlight sets or host keys that could not be written, though the sessions were. */
  readonly failure: Failure | null;
}
