import { isIPv6 } from 'node:net';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { Target } from '../target.ts';

/** Reads `[user@]host[:port]`, with an IPv6 address in brackets where a port follows; null if it is none. */
export function parseJumpHost(text: string): Target | null {
  const found = /^(?:(.+)@)?(\[[^\]]+\]|[^\s:@[\]]+|[0-9a-f:.]+(?:%\w+)?)(?::(\d{1,5}))?$/i.exec(text.trim());
  if (found === null) return null;
  const [, user = '', host = '', port = '22'] = found;
  const portNumber = Number(port);
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (portNumber < 1 || portNumber > 65_535 || bare.startsWith('-')) return null;
  if (bare.includes(':') && !isIPv6(bare)) return null;
  return { host: bare, port: portNumber, user: user === '' ? null : user };
}

/** The profile of a jump host that was typed: logged in to as the session is, at the end of no way of its own. */
export const profileOfTyped = (
  profile: Profile,
  { host, port, user }: Target,
  sessionUser: string | null,
): Profile => ({
  ...profile,
  hostName: host,
  portNumber: port,
  userName: user ?? sessionUser ?? '',
  proxyType: 'none',
  jumpHosts: [],
  // The keys of the session's own host, and its name for them.
  manualHostKeys: defaultProfile.manualHostKeys,
  logicalHostName: defaultProfile.logicalHostName,
});
