import type { Bridge } from '#contract/channels/channels.ts';
import type { Failure } from '#contract/failure.ts';
import type { SavedSession } from '#contract/profile/profile.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';
import type { ShellState } from '../state.ts';

/** The seconds between keepalives that the user gives a session. */
export interface KeepaliveChange {
  readonly seconds: number;
  /** The saved session that it was opened from gets them too, and nothing else. */
  readonly isSaved: boolean;
}

/** The saved session that a session was opened from, if it is still there. */
export const savedSessionOf = (
  { saved }: Pick<ShellState, 'saved'>,
  { savedAs }: Pick<SessionSnapshot, 'savedAs'>,
): SavedSession | null => saved.sessions.find(({ name }) => name === savedAs) ?? null;

/** Sets them on the running session, then in `saved`; gives why not, or null. What was set stays set. */
export async function changeKeepalive(
  bridge: Pick<Bridge, 'request'>,
  { id }: Pick<SessionSnapshot, 'id'>,
  saved: SavedSession | null,
  { seconds, isSaved }: KeepaliveChange,
): Promise<Failure | null> {
  // A number that the user gives counts, also where the program chose before.
  const changes = { keepaliveSeconds: seconds, keepaliveChooseForMe: false };
  const changed = await bridge.request('session.change', { id, changes });
  if (!changed.ok) return changed.failure;
  if (!isSaved || saved === null) return null;
  const kept = await bridge.request('profiles.save', { ...saved, profile: { ...saved.profile, ...changes } });
  return kept.ok ? null : kept.failure;
}
