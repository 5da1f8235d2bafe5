import { BlockList, isIP } from 'node:net';
import type { Profile } from '#contract/profile/profile.ts';

type Rules = Pick<Profile, 'proxyExcludeList' | 'proxyLocalhost'>;

/**
 * Whether a host is connected to without the proxy. `names` are the host as it was typed and, where it was looked up
 * here, its addresses. As PuTTY: entries are divided by commas, and have * at the beginning or the end; networks such as
 * 10.0.0.0/8 are understood besides. What is no network matches by its text.
 */
export function isExcluded({ proxyExcludeList, proxyLocalhost }: Rules, names: readonly string[]): boolean {
  const hosts = names.map((name) => name.toLowerCase());
  if (!proxyLocalhost && hosts.some(isLocalhost)) return true;
  const entries = proxyExcludeList.toLowerCase().split(',');
  return entries.some((entry) => hosts.some((host) => matches(entry.trim(), host)));
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const isLocalhost = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || isIn(loopback, host);

function matches(entry: string, host: string): boolean {
  if (entry === '') return false;
  if (entry.includes('/')) return isInNetwork(entry, host);
  if (entry.startsWith('*')) return host.endsWith(entry.slice(1));
  if (entry.endsWith('*')) return host.startsWith(entry.slice(0, -1));
  return host === entry;
}

function isInNetwork(entry: string, host: string): boolean {
  const [network = '', bits = ''] = entry.split('/');
  const family = isIP(network);
  const length = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (family === 0 || !(length <= (family === 4 ? 32 : 128))) return false;
  const list = new BlockList();
  list.addSubnet(network, length, family === 4 ? 'ipv4' : 'ipv6');
  return isIn(list, host);
}

function isIn(list: BlockList, host: string): boolean {
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
