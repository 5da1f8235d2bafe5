import type { Profile } from '#contract/profile/profile.ts';
import type { Target } from '../target.ts';
import { isExcluded } from './exclusions.ts';

/** Proxies that are servers, reached by TCP. */
export type ServerProxyType = Exclude<Profile['proxyType'], 'none' | 'jump' | 'command'>;

/** Where the profile's proxy is. */
export const proxyTargetOf = ({ proxyHost, proxyPort }: Pick<Profile, 'proxyHost' | 'proxyPort'>): Target => ({
  host: proxyHost.trim().replace(/^\[(.*)\]$/, '$1'),
  port: proxyPort,
  user: null,
});

/** "Auto" is what PuTTY makes of it: only SOCKS 4 had no names in its first version. */
export const isNameForProxy = ({ proxyDns, proxyType }: Pick<Profile, 'proxyDns' | 'proxyType'>): boolean =>
  proxyDns === 'yes' || (proxyDns === 'auto' && proxyType !== 'socks4');

/**
 * Where this computer itself connects to, for a target: the target or its proxy; null where a command does. By names
 * alone: a host that is excluded by an address which has to be looked up counts as proxied.
 */
export function peerOf(profile: Profile, target: Target): Target | null {
  const { proxyType } = profile;
  if (proxyType === 'none' || proxyType === 'jump' || isExcluded(profile, [target.host])) return target;
  return proxyType === 'command' ? null : proxyTargetOf(profile);
}
