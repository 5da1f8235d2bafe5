import { hostAndPort } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { ProfileChanges } from '#contract/profile/profile.ts';
import { changing, type Keys, leavingOut, type Special } from './special.ts';

type ProxyType = NonNullable<ProfileChanges['proxyType']>;

/** PuTTY's ProxyMethod; 7 and 8 run a command or a subsystem on the SSH proxy. */
const methods: Readonly<Record<string, ProxyType>> = {
  0: 'none',
  1: 'socks4',
  2: 'socks5',
  3: 'http',
  4: 'telnet',
  5: 'command',
  6: 'jump',
};

/** ProxyType, as PuTTY up to 0.57 wrote it; 2 was SOCKS, of the version in a key of its own. */
const oldTypes: Readonly<Record<string, ProxyType>> = { 0: 'none', 1: 'http', 3: 'telnet', 4: 'command' };

const methodOf = (keys: Keys): ProxyType | undefined => {
  const method = keys('ProxyMethod');
  if (method !== undefined && method !== '-1') return methods[method];
  const old = keys('ProxyType') ?? '0';
  if (old === '2') return keys('ProxySOCKSVersion') === '4' ? 'socks4' : 'socks5';
  return oldTypes[old];
};

/** An SSH proxy is a jump host: a saved session where its name is one's, as in PuTTY, and else `user@host:port`. */
function jumpHost(keys: Keys, names: ReadonlySet<string>): string {
  const host = keys('ProxyHost') ?? '';
  if (names.has(host)) return host;
  const user = keys('ProxyUsername') ?? '';
  const place = hostAndPort(host, Number(keys('ProxyPort') ?? 22));
  return user === '' ? place : `${user}@${place}`;
}

/** What the connection leads through. */
export const proxy: Special = {
  keys: ['ProxyMethod', 'ProxyType', 'ProxySOCKSVersion'],
  read: (keys, names) => {
    const proxyType = methodOf(keys);
    if (proxyType === undefined) {
      const value = keys('ProxyMethod') ?? keys('ProxyType') ?? '';
      return leavingOut('ProxyMethod', value, t('Holdfast has no proxy of this kind.'));
    }
    const jump = proxyType === 'jump' ? { jumpHosts: [jumpHost(keys, names)] } : {};
    return changing({ proxyType, ...jump });
  },
};
