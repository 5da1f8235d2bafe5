import type { Result } from '../failure.ts';
import { isRecord } from '../json.ts';
import { type Profile, type ProfileChanges, parseProfile, parseProfileChanges } from '../profile/profile.ts';
import { checkSetting } from '../profile/validate.ts';

/** {@link parseProfile} for what this program itself has saved: what was accepted once does not make it unreadable. */
export const parseSavedProfile = (data: unknown): Result<Profile> => parseProfile(withoutOutdated(data));

/** Like {@link parseSavedProfile}, for some of the settings. */
export const parseSavedChanges = (data: unknown): Result<ProfileChanges> => parseProfileChanges(withoutOutdated(data));

/** The terminal type could be any text, also one that no server can be told: such a one is taken for not set. */
function withoutOutdated(data: unknown): unknown {
  if (!isRecord(data) || typeof data.terminalType !== 'string') return data;
  if (checkSetting('terminalType', data.terminalType).ok) return data;
  const { terminalType: _outdated, ...others } = data;
  return others;
}
