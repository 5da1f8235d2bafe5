import {
  defaultProfile,
  defaultSettingsName,
  profileDifference,
  type SavedSession,
} from '#contract/profile/profile.ts';
import { startingValues } from '#contract/saved/saved-tree.ts';
import type { Entry, SavedDocument } from '../storage/document.ts';
import { nameOf, type ReadableEntries, readEntries, readEntry } from './entries.ts';

/**
 * The document with these sessions in it, each in place of its namesake: of its settings those that differ from the
 * starting values of its folder. A namesake that can't be read is set aside.
 */
export function withSessions(document: SavedDocument, sessions: readonly SavedSession[]): SavedDocument {
  const isDefaults = ({ name }: SavedSession) => name === defaultSettingsName;
  // What all others inherit from is there before them.
  const begun = put(document, sessions.filter(isDefaults));
  return put(
    begun,
    sessions.filter((session) => !isDefaults(session)),
  );
}

/** The document without the session that can be read under this name; null if there is none. */
export function withoutSession(document: SavedDocument, name: string): SavedDocument | null {
  const saved = document.sessions ?? [];
  const index = saved.findIndex((item) => readEntry(item)?.name === name);
  return index < 0 ? null : { ...document, sessions: saved.toSpliced(index, 1) };
}

function put(document: SavedDocument, added: readonly SavedSession[]): SavedDocument {
  if (added.length === 0) return document;
  const around = readEntries(document);
  const sessions = [...(document.sessions ?? [])];
  const places = new Map(sessions.map((item, at) => [readEntry(item)?.name ?? null, at] as const).toReversed());
  const names = new Set(added.map(({ name }) => name));
  for (const session of added) {
    const at = places.get(session.name) ?? sessions.length;
    sessions[at] = entryOf(around, session);
    places.set(session.name, at);
  }
  const isReplaced = (item: unknown) => readEntry(item) === null && names.has(nameOf(item) ?? '');
  const replaced = sessions.filter(isReplaced);
  if (replaced.length === 0) return { ...document, sessions };
  return {
    ...document,
    sessions: sessions.filter((item) => !isReplaced(item)),
    setAside: [...(document.setAside ?? []), ...replaced],
  };
}

/** Default Settings lie outside of all folders: these inherit from them. */
function entryOf(around: ReadableEntries, { name, folder, profile }: SavedSession): Entry {
  if (name === defaultSettingsName) return { name, settings: profileDifference(defaultProfile, profile) };
  const settings = profileDifference(startingValues(around, folder), profile);
  return folder === '' ? { name, settings } : { name, folder, settings };
}
