import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import {
  defaultProfile,
  type Profile,
  type ProfileChanges,
  profileDifference,
  type SavedSession,
} from '#contract/profile/profile.ts';
import { configAsked } from '#contract/saved/ssh-config.ts';
import { type Place, placeOf } from '#contract/session/path.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { parseDestination } from './destination.ts';
import { type Draft, type Problems, problemOf, type Reading, readDraft } from './draft.ts';
import type { Form } from './form.ts';
import { neededIn } from './needed.ts';

type Refused = { readonly kind: 'refused'; readonly problems: Problems };

/** What Save keeps: everything, the host name taken apart; a host name is not needed. */
export function profileToSave(draft: Draft): Reading {
  return draft.hostName.trim() === '' ? readDraft(draft, settingKeys, defaultProfile) : profileToOpen(draft);
}

/** The profile that Open connects with. The host name is taken apart: user@host:port fills three settings. */
export function profileToOpen(draft: Draft): Reading {
  const destination = parseDestination(draft.hostName);
  const reading = readWhole(draft, settingKeys, defaultProfile);
  const own = reading.kind === 'refused' ? reading.problems : {};
  if (!destination.ok) return { kind: 'refused', problems: { hostName: destination.failure.message, ...own } };
  const { host, user, port } = destination.value;
  const complete = { ...draft, hostName: host, userName: user ?? draft.userName };
  return readWhole(
    { ...complete, portNumber: port === null ? draft.portNumber : String(port) },
    settingKeys,
    defaultProfile,
  );
}

/** As `readDraft`, but refuses also where one of these settings is needed by another and is not there. */
function readWhole(draft: Draft, keys: readonly SettingKey[], base: Profile): Reading {
  const reading = readDraft(draft, keys, base);
  const needed = Object.entries(neededIn(draft)).filter(([key]) => keys.some((known) => known === key));
  if (needed.length === 0) return reading;
  return {
    kind: 'refused',
    problems: { ...Object.fromEntries(needed), ...(reading.kind === 'refused' && reading.problems) },
  };
}

/** Where the settings lead by what is typed so far; null while that is no place. */
export function placeTyped(draft: Draft): Place | null {
  const destination = parseDestination(draft.hostName);
  if (!destination.ok) return null;
  const port = destination.value.port ?? draft.portNumber;
  return problemOf('portNumber', String(port)) === null
    ? placeOf({
        ...draft,
        hostName: destination.value.host,
        portNumber: Number(port),
        proxyPort: Number(draft.proxyPort),
      })
    : null;
}

/**
 * What Open asks for. As in PuTTY, with no host name typed it opens the saved session that is chosen in the list. The
 * session goes by the name of the saved one that was loaded, unless it leads elsewhere by now. Where none was loaded,
 * ~/.ssh/config is asked about the host, as `ssh` does; what was set in the dialog goes before it.
 */
export function sessionToOpen(
  { draft, loaded, configured, chosenHost }: Pick<Form, 'draft' | 'loaded' | 'configured' | 'chosenHost'>,
  chosen: SavedSession | undefined,
  defaults: Profile,
): { readonly kind: 'accepted'; readonly session: OpenSession } | Refused {
  if (draft.hostName.trim() === '' && chosen !== undefined && chosen.profile.hostName !== '') {
    return { kind: 'accepted', session: { profile: chosen.profile, savedAs: chosen.name } };
  }
  if (draft.hostName.trim() === '' && chosenHost !== null) {
    return { kind: 'accepted', session: sessionOfHost(chosenHost, defaults) };
  }
  const reading = profileToOpen(draft);
  if (reading.kind === 'refused') return reading;
  const { profile } = reading;
  if (loaded !== null) {
    const savedAs = leadsToSame(loaded.profile, profile) ? loaded.name : null;
    return { kind: 'accepted', session: { profile, savedAs } };
  }
  const isConfigured = configured !== null && configured.profile.hostName === profile.hostName;
  const config = isConfigured
    ? { host: configured.host, own: profileDifference(configured.profile, profile) }
    : configAsked(profile.hostName, profileDifference(defaults, profile));
  return { kind: 'accepted', session: { profile, savedAs: null, config } };
}

/** What opens a host of ~/.ssh/config as it stands there. */
export const sessionOfHost = (host: string, defaults: Profile): OpenSession => ({
  profile: { ...defaults, hostName: host },
  savedAs: null,
  config: { host, own: {} },
});

/** The profile of a session that runs with `profile`, once the draft is applied. */
export const profileToApply = (draft: Draft, profile: Profile): Reading =>
  readWhole(
    draft,
    settingKeys.filter((key) => settingOf(key).midSession),
    profile,
  );

/** What Apply changes in a session that runs with `profile`. */
export function changesToApply(
  draft: Draft,
  profile: Profile,
): { readonly kind: 'accepted'; readonly changes: ProfileChanges } | Refused {
  const reading = profileToApply(draft, profile);
  if (reading.kind === 'refused') return reading;
  return { kind: 'accepted', changes: profileDifference(profile, reading.profile) };
}

/** The saved session of this name, other than Default Settings. */
export const savedSession = (saved: SavedSessions, name: string): SavedSession | undefined =>
  saved.sessions.find((session) => session.name === name);

const leadsToSame = (a: Profile, b: Profile) => a.hostName === b.hostName && a.portNumber === b.portNumber;
