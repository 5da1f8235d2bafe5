import type { Profile } from '#contract/profile.ts';

/** Where a session goes. */
export interface Target {
  /** A name, or an address without brackets. */
  readonly host: string;
  readonly port: number;
  /** The user to log in as; null: to be asked for. */
  readonly user: string | null;
}

/**
 * Reads host, port and user. "Auto-login username" wins over `user@host`, as in PuTTY; the last @ divides, since a user
 * name may hold one. `[2001:db8::1]` is taken without its brackets.
 */
export function targetOf(profile: Pick<Profile, 'hostName' | 'portNumber' | 'userName'>): Target {
  const text = profile.hostName.trim();
  const at = text.lastIndexOf('@');
  const user = profile.userName || text.slice(0, Math.max(at, 0));
  const host = text.slice(at + 1).replace(/^\[(.*)\]$/, '$1');
  return { host, port: profile.portNumber, user: user === '' ? null : user };
}

/** How messages name the place: the port only where it is not SSH's own. */
export const placeOf = (target: Target): string =>
  target.port === 22 ? target.host : `${target.host}, port ${target.port}`;
