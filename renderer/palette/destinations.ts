import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { profileDifference } from '#contract/profile/profile.ts';
import { configAsked } from '#contract/saved/ssh-config.ts';
import { type Destination, parseDestination } from '../settings/form/destination.ts';
import { fuzzyFind } from './fuzzy.ts';
import type { Pick } from './pick-dialog.tsx';

/** Somewhere to connect to: a saved session, or what is typed. */
export type Place = Pick &
  ({ readonly kind: 'saved'; readonly name: string } | { readonly kind: 'typed'; readonly text: string });

/** What was typed comes first if it is a destination, then what was typed before, saved sessions, and known hosts. */
export function placesFor(
  typed: string,
  saved: SavedSessions,
  history: readonly string[],
  hosts: readonly string[],
): readonly Place[] {
  const text = typed.trim();
  const destination = parseDestination(text);
  const exact = saved.sessions.find(({ name }) => name === text);
  const fresh =
    destination.ok && exact === undefined ? [typedPlace(destinationText(destination.value), t('connect'))] : [];
  const suggestions: readonly Place[] = [
    ...history.map((line) => typedPlace(line, t('typed before'))),
    ...saved.sessions.map(({ name, profile }): Place => {
      const hint = profile.hostName === '' ? t('saved session') : profile.hostName;
      return { id: `saved:${name}`, kind: 'saved', name, label: name, hint };
    }),
    ...hosts.map((host) => typedPlace(host, '~/.ssh/config')),
  ];
  const found = fuzzyFind(text, suggestions, ({ label, hint }) => `${label} ${hint}`);
  const first = found.filter((place) => place.kind === 'saved' && place.name === exact?.name);
  const all = [...first, ...fresh, ...found];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

/** What opens a destination that was typed: `~/.ssh/config` is asked about its host, as `ssh` does. */
export function sessionTo(typed: string, { defaults }: SavedSessions): OpenSession | null {
  const destination = parseDestination(typed);
  if (!destination.ok) return null;
  const { host, user, port } = destination.value;
  const profile = {
    ...defaults,
    hostName: host,
    userName: user ?? defaults.userName,
    portNumber: port ?? defaults.portNumber,
  };
  return { profile, savedAs: null, config: configAsked(host, profileDifference(defaults, profile)) };
}

const typedPlace = (text: string, hint: string): Place => ({
  id: `typed:${text}`,
  kind: 'typed',
  text,
  label: text,
  hint,
});

/** As it is kept: a link's password, for one, is dropped. */
function destinationText({ host, user, port }: Destination): string {
  const address = port === null ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return user === null ? address : `${user}@${address}`;
}
