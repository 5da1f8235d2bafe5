import type { Result } from '../failure.ts';
import type { HighlightChanges, HighlightSet } from '../highlights/highlight-set.ts';
import type { KeyBindings } from '../keys/key-bindings.ts';
import type {
  ExportChoice,
  ImportFrom,
  ImportOutcome,
  ImportPreview,
  ImportRequest,
  ImportSource,
} from '../saved/import.ts';
import type { Recents } from '../saved/recents.ts';
import type { Empty, ExportedSessions } from './channels.ts';

/** Awaited calls about what the program keeps for all sessions, and what it takes over from others. */
export interface LibraryRequests {
  'recents.list': (payload: Empty) => Result<Recents>;
  /** Those that the user has made. */
  'highlights.list': (payload: Empty) => Result<readonly HighlightSet[]>;
  /** Keeps what was changed, and leaves alone what another window has changed meanwhile. */
  'highlights.change': (payload: HighlightChanges) => Result<readonly HighlightSet[]>;
  'keys.get': (payload: Empty) => Result<KeyBindings>;
  'keys.set': (payload: KeyBindings) => Result<KeyBindings>;
  /** Looks for sessions of other programs on this computer. */
  'import.sources': (payload: Empty) => Result<readonly ImportSource[]>;
  /** Reads what could be imported, and changes nothing; null if the user chose no file. */
  'import.read': (payload: ImportFrom) => Result<ImportPreview | null>;
  /** Saves what was chosen of the last preview: all of it, or nothing. */
  'import.apply': (payload: ImportRequest) => Result<ImportOutcome>;
  /** Asks the user for a file, and writes what was chosen there; null if the user thought better of it. */
  'export.sessions': (payload: ExportChoice) => Result<ExportedSessions | null>;
}

export interface LibraryCommands {
  /** Something was typed for quick connect, and was understood. */
  'recents.note-typed': { readonly text: string };
  'recents.clear-typed': Empty;
}

export interface LibraryEvents {
  'recents.changed': Recents;
  'highlights.changed': readonly HighlightSet[];
  /** The program's own keys are others now. */
  'keys.changed': KeyBindings;
}

export const libraryRequestNames = [
  'recents.list',
  'highlights.list',
  'highlights.change',
  'keys.get',
  'keys.set',
  'import.sources',
  'import.read',
  'import.apply',
  'export.sessions',
] as const satisfies readonly (keyof LibraryRequests)[];

export const libraryCommandNames = [
  'recents.note-typed',
  'recents.clear-typed',
] as const satisfies readonly (keyof LibraryCommands)[];

export const libraryEventNames = [
  'recents.changed',
  'highlights.changed',
  'keys.changed',
] as const satisfies readonly (keyof LibraryEvents)[];
