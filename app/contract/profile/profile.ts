import { type Failure, failed, type Result, success } from '../failure.ts';
import { isRecord } from '../json.ts';
import { t } from '../language/language.ts';
import type { SettingValue } from '../settings/definition.ts';
import { type SettingKey, settingKeys, settingOf, type settingsTable } from '../settings/settings-table.ts';
import { checkSetting } from './validate.ts';

/** All settings of one session, derived from the settings table. Plain data; the form that is saved and sent. */
export type Profile = { readonly [K in SettingKey]: SettingValue<(typeof settingsTable)[K]> };

/** Some settings of a session: what "Change Settings…" or the status bar changes. */
export type ProfileChanges = Partial<Profile>;

/** A profile under the name that it is saved by. */
export interface SavedSession {
  /** No two sessions have the same, whatever their folders. */
  readonly name: string;
  /** The folder that it lies in, as in {@link SavedFolder}; empty outside of all. */
  readonly folder: string;
  /** With all that it inherits. */
  readonly profile: Profile;
}

/** A folder of saved sessions. */
export interface SavedFolder {
  /** Its name after those of the folders around it: `customers/north`. */
  readonly path: string;
  /** The settings that it gives to what lies in it: those in which it differs from what is around it. */
  readonly settings: ProfileChanges;
  /** The starting values of a session in it: these settings over those of the folders around it, and Default Settings. */
  readonly profile: Profile;
}

/** The name under which the starting values of new sessions are kept. */
export const defaultSettingsName = 'Default Settings';

/** Characters at most in the name of a saved session. */
export const maxSessionNameLength = 128;

export const defaultProfile: Profile = Object.fromEntries(
  settingKeys.map((key) => [key, settingOf(key).default]),
) as unknown as Profile;

/**
 * Reads a profile from untrusted data. Never throws. A missing setting gets its default, so that a profile saved by an
 * older version stays readable; an unknown one, or a value out of its limits, is a Failure that names the field.
 */
export function parseProfile(data: unknown): Result<Profile> {
  const changes = parseProfileChanges(data);
  return changes.ok ? success({ ...defaultProfile, ...changes.value }) : changes;
}

/** Like {@link parseProfile}, for some of the settings. */
export function parseProfileChanges(data: unknown): Result<ProfileChanges> {
  if (!isRecord(data)) return failed(refused(t('These are not session settings.')));
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (!isSettingKey(key)) return failed(refused(t('One of the settings is not known.')));
    const checked = checkSetting(key, value);
    if (!checked.ok) return checked;
    changes[key] = checked.value;
  }
  return success(changes as ProfileChanges);
}

/** The settings in which `to` differs from `from`. */
export function profileDifference(from: Profile, to: Profile): ProfileChanges {
  const differs = (key: SettingKey) => JSON.stringify(from[key]) !== JSON.stringify(to[key]);
  return Object.fromEntries(settingKeys.filter(differs).map((key) => [key, to[key]])) as ProfileChanges;
}

const refused = (message: string): Failure => ({ code: 'invalid-payload', message, retryable: false });

const isSettingKey = (key: string): key is SettingKey => (settingKeys as readonly string[]).includes(key);
