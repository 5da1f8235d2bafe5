import {
  defaultProfile,
  defaultSettingsName,
  type Profile,
  parseProfile,
  type SavedSession,
} from '#contract/profile.ts';
import { isEntry, type SavedDocument } from './document.ts';
import { checkSessionName } from './session-name.ts';

/** What can be read of a document. */
export interface ReadableEntries {
  readonly defaults: Profile;
  /** In alphabetical order, without Default Settings. */
  readonly sessions: readonly SavedSession[];
  /** Entries that can't be read, by name; null where the name itself can't be shown. */
  readonly unreadable: readonly (string | null)[];
}

/** Reads each entry by itself, so that a broken one takes no other down. */
export function readEntries(document: SavedDocument): ReadableEntries {
  const readable = new Map<string, Profile>();
  const unreadable: (string | null)[] = [];
  for (const item of document.sessions ?? []) {
    const session = readEntry(item);
    // A name that is there twice can't be chosen by: the first counts.
    if (session === null || readable.has(session.name)) unreadable.push(nameOf(item));
    else readable.set(session.name, session.profile);
  }
  const defaults = readable.get(defaultSettingsName) ?? defaultProfile;
  readable.delete(defaultSettingsName);
  const sessions = [...readable].map(([name, profile]) => ({ name, profile }));
  return { defaults, sessions: sessions.sort((a, b) => byName.compare(a.name, b.name)), unreadable };
}

/** The document with the session in it, in place of its namesake. A namesake that can't be read is set aside. */
export function withSession(document: SavedDocument, { name, profile }: SavedSession): SavedDocument {
  const entry = { name, settings: profile };
  const saved = document.sessions ?? [];
  const index = saved.findIndex((item) => readEntry(item)?.name === name);
  if (index >= 0) return { ...document, sessions: saved.with(index, entry) };
  const namesakes = saved.filter((item) => nameOf(item) === name);
  const sessions = [...saved.filter((item) => !namesakes.includes(item)), entry];
  if (namesakes.length === 0) return { ...document, sessions };
  return { ...document, sessions, setAside: [...(document.setAside ?? []), ...namesakes] };
}

/** The document without the session that can be read under this name; null if there is none. */
export function withoutSession(document: SavedDocument, name: string): SavedDocument | null {
  const saved = document.sessions ?? [];
  const index = saved.findIndex((item) => readEntry(item)?.name === name);
  return index < 0 ? null : { ...document, sessions: saved.toSpliced(index, 1) };
}

function readEntry(item: unknown): SavedSession | null {
  const name = nameOf(item);
  if (name === null || !isEntry(item)) return null;
  const profile = parseProfile(item.settings);
  return profile.ok ? { name, profile: profile.value } : null;
}

/** The entry's name, if it is one that could have been saved. */
function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string') return null;
  const checked = checkSessionName(item.name);
  return checked.ok && checked.value === item.name ? item.name : null;
}

/** "server 2" before "server 10". */
const byName = new Intl.Collator(undefined, { numeric: true });
