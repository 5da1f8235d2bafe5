import { defaultProfile, defaultSettingsName, type Profile, profileDifference } from '#contract/profile/profile.ts';
import { parseSavedProfile } from '#contract/saved/saved-settings.ts';

/**
 * Brings a document of schema 1 to schema 2. There each session kept all of its settings, and a missing one had the
 * program's own default; now it keeps what differs from Default Settings. Every value stays what it was. Entries that
 * can't be read, and documents that aren't of this shape, are left as they are.
 */
export function migrateFromFirst(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const document = { ...data, schemaVersion: 2 };
  if (!Array.isArray(data.sessions)) return document;
  const entries: readonly unknown[] = data.sessions;
  const defaults = entries.map(profileOf).find((entry) => entry?.name === defaultSettingsName)?.profile;
  return { ...document, sessions: entries.map((entry) => migrate(entry, defaults ?? defaultProfile)) };
}

function migrate(entry: unknown, defaults: Profile): unknown {
  const read = profileOf(entry);
  if (read === null) return entry;
  const base = read.name === defaultSettingsName ? defaultProfile : defaults;
  return { ...read.entry, settings: profileDifference(base, read.profile) };
}

function profileOf(entry: unknown) {
  if (typeof entry !== 'object' || entry === null || !('name' in entry) || !('settings' in entry)) return null;
  const profile = parseSavedProfile(entry.settings);
  return profile.ok ? { entry, name: entry.name, profile: profile.value } : null;
}
