import type { Profile } from '#contract/profile/profile.ts';

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
  const host = withoutBrackets(text.slice(at + 1));
  return { host, port: profile.portNumber, user: user === '' ? null : user };
}

/**
 * Where the host key of a target is looked up and saved: under the session's logical name for it, if it has one, whose
 * port is SSH's own unless it names another, as in PuTTY.
 */
export function keyPlaceOf(target: Target, { logicalHostName }: Pick<Profile, 'logicalHostName'>): Target {
  const name = logicalHostName.trim();
  if (name === '') return target;
  const [, bracketed, plain = bracketed, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(name) ?? [];
  return plain === undefined
    ? { ...target, host: withoutBrackets(name), port: sshPort }
    : { ...target, host: plain, port: Number(port) };
}

const sshPort = 22;

const withoutBrackets = (host: string) => host.replace(/^\[(.*)\]$/, '$1');

/** How messages name the place: the port only where it is not SSH's own. */
export const placeOf = (target: Target): string =>
  target.port === sshPort ? target.host : `${target.host}, port ${target.port}`;
