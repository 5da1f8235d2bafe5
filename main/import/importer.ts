import { randomUUID } from 'node:crypto';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import {
  type HighlightChanges,
  type HighlightSet,
  maxHighlightSets,
  switchedOn,
} from '#contract/highlights/highlight-set.ts';
import { t } from '#contract/language/language.ts';
import {
  defaultProfile,
  defaultSettingsName,
  type Profile,
  type SavedFolder,
  type SavedSession,
} from '#contract/profile/profile.ts';
import type { ImportFrom, ImportOutcome, ImportPreview, ImportRequest, ImportSource } from '#contract/saved/import.ts';
import { parentFolder } from '#contract/saved/saved-tree.ts';
import { byName, newFolders, placesOf, profileOf, rowsOf, type Saved } from './preview.ts';
import type { Read } from './read.ts';
import type { FoundSource } from './sources.ts';
import { uniquelyNamed } from './unique-names.ts';

/** Where imported sessions go. */
export interface SavedPort {
  readonly list: () => Saved;
  /** All, or none; tells of the copy that was kept of what was there before. */
  readonly saveMany: (
    sessions: readonly SavedSession[],
    folders: readonly Pick<SavedFolder, 'path' | 'profile'>[],
  ) => Result<unknown>;
  /** The path of the copy of the file that the last change left; null if there was no file. */
  readonly backup: () => string | null;
}

/** Where imported highlight sets go: those that are there already stay as they are. */
export interface HighlightSetPort {
  readonly current: () => readonly HighlightSet[];
  readonly change: (changes: HighlightChanges) => Result<unknown>;
}

/** Where imported host keys go: they are only ever added. */
export interface HostKeyPort {
  readonly judge: (lines: readonly string[]) => JudgedHostKeys;
  readonly add: (lines: readonly string[]) => Promise<Result<null>>;
}

export interface JudgedHostKeys {
  readonly fresh: readonly string[];
  readonly known: number;
  /** Hosts for which another key of this type is recorded. */
  readonly conflicting: readonly string[];
}

export interface ImporterParts {
  readonly findSources: () => Promise<readonly FoundSource[]>;
  /** Asks the user for a file; null if he thought better of it. */
  readonly chooseFile: () => Promise<string | null>;
  readonly readFile: (path: string) => Promise<Result<Read>>;
  readonly saved: SavedPort;
  readonly highlights: HighlightSetPort;
  readonly hostKeys: HostKeyPort;
}

export interface Importer {
  readonly sources: () => Promise<readonly ImportSource[]>;
  /** Reads, and changes nothing; null if the user chose no file. */
  readonly read: (from: ImportFrom) => Promise<Result<ImportPreview | null>>;
  /** Saves what was chosen of the last preview: all of it, or nothing. */
  readonly apply: (request: ImportRequest) => Promise<Result<ImportOutcome>>;
}

export function createImporter({
  findSources,
  chooseFile,
  readFile,
  saved,
  highlights,
  hostKeys,
}: ImporterParts): Importer {
  let pending: { readonly id: string; readonly read: Read } | null = null;

  const readFrom = async (from: ImportFrom) => {
    if (from.kind === 'file') {
      const path = await chooseFile();
      return path === null ? null : { place: path, read: await readFile(path) };
    }
    const source = (await findSources()).find(({ id }) => id === from.id);
    return source === undefined
      ? { place: '', read: failed(gone()) }
      : { place: source.place, read: await source.read() };
  };

  return {
    sources: async () => (await findSources()).map(({ read: _read, ...source }) => source),
    read: async (from) => {
      const found = await readFrom(from);
      if (found === null) return success(null);
      if (!found.read.ok) return found.read;
      const read = { ...found.read.value, sessions: uniquelyNamed(found.read.value.sessions) };
      const id = randomUUID();
      pending = { id, read };
      const { fresh, known, conflicting } = hostKeys.judge(read.hostKeys);
      return success({
        id,
        kind: read.kind,
        place: found.place,
        rows: rowsOf(read, saved.list()),
        highlightSets: newSets(read, highlights.current()).map(({ name }) => name),
        hostKeys: { added: fresh.length, known, conflicting },
        problems: read.problems,
      });
    },
    apply: async (request) => {
      if (pending?.id !== request.id) return failed(gone());
      const chosen = chosenSessions(pending.read, request, saved.list());
      if (!chosen.ok) return chosen;
      const { sessions, folders, replaced } = chosen.value;
      const stored = sessions.length === 0 ? success(null) : saved.saveMany(sessions, folders);
      if (!stored.ok) return stored;
      const sets = switchedOn(
        newSets(pending.read, highlights.current()),
        [...folders, ...sessions].map(({ profile }) => profile),
      );
      const made = sets.length === 0 ? success(null) : highlights.change({ changed: sets, removed: [] });
      const { fresh } = request.hostKeys ? hostKeys.judge(pending.read.hostKeys) : { fresh: [] };
      const added = fresh.length === 0 ? success(null) : await hostKeys.add(fresh);
      pending = null;
      return success({
        added: sessions.length - replaced,
        replaced,
        highlightSets: made.ok ? sets.length : 0,
        hostKeys: added.ok ? fresh.length : 0,
        backup: sessions.length === 0 ? null : saved.backup(),
        failure: [made, added].map((result) => (result.ok ? null : result.failure)).find(isFailure) ?? null,
      });
    },
  };
}

const isFailure = (failure: Failure | null) => failure !== null;

/** Sets that are not here yet, as far as there is room for them. */
const newSets = ({ highlightSets }: Read, here: readonly HighlightSet[]): readonly HighlightSet[] =>
  highlightSets.filter(({ id }) => !here.some((set) => set.id === id)).slice(0, maxHighlightSets - here.length);

interface Chosen {
  readonly sessions: readonly SavedSession[];
  readonly folders: readonly Pick<SavedFolder, 'path' | 'profile'>[];
  readonly replaced: number;
}

/** The chosen sessions as they will be saved. What another window has saved meanwhile is not replaced in silence. */
export function chosenSessions(read: Read, request: ImportRequest, saved: Saved): Result<Chosen> {
  const existing = byName(saved);
  const startingIn = placesOf(read, { ...saved, defaults: defaultsAfter(read, request, saved) });
  const sessions: SavedSession[] = [];
  const names = new Set<string>();
  let replaced = 0;
  for (const { index, name, replaces } of request.sessions) {
    const session = read.sessions[index];
    if (session === undefined || session.refused !== null) return failed(gone());
    if (names.has(name) || (existing.has(name) && !replaces)) return failed(taken(name));
    names.add(name);
    replaced += existing.has(name) ? 1 : 0;
    const { folder, profile } = profileOf(session, existing.get(name) ?? null, read.kind, startingIn);
    const keepsAlive = request.keepsAlive && profile.keepaliveSeconds === 0;
    const alive = keepsAlive ? { keepaliveSeconds: defaultProfile.keepaliveSeconds } : {};
    sessions.push({ name, folder, profile: { ...profile, ...alive } });
  }
  const folders = newFolders(read.folders, saved.folders).map(({ path, settings }) => ({
    path,
    profile: { ...startingIn(parentFolder(path)), ...settings },
  }));
  return success({ sessions, folders, replaced });
}

/** Default Settings may be among what is imported: all else inherits from them then. */
function defaultsAfter(read: Read, { sessions }: ImportRequest, { defaults }: Saved): Profile {
  const index = sessions.find(({ name }) => name === defaultSettingsName)?.index;
  return { ...defaults, ...(index === undefined ? {} : read.sessions[index]?.changes) };
}

const gone = (): Failure => ({
  code: 'not-found',
  message: t('What was to be imported has changed. Nothing was changed here.'),
  retryable: true,
  hint: t('Choose the source again.'),
});

const taken = (name: string): Failure => ({
  code: 'invalid-payload',
  message: t('There is a session called "{name}" already. Nothing was changed.', { name }),
  retryable: false,
  hint: t('Give the imported one another name, or choose to replace it.'),
});
