import { t } from '#contract/language/language.ts';
import { characterSet } from './character-set.ts';
import { colours } from './colours.ts';
import { font } from './font.ts';
import { parsePuttyList } from './lists.ts';
import { proxy } from './proxy.ts';
import { changing, leavingOut, nothing, type Special } from './special.ts';
import { bellTimes, keypad } from './terminal.ts';
import { terminalModes } from './terminal-modes.ts';
import { wordness } from './wordness.ts';

const wholeNumber = (text: string | undefined): number => (/^-?\d{1,9}$/.test(text ?? '') ? Number(text) : 0);

/** PuTTY keeps minutes and, added to them, seconds. */
const keepalive: Special = {
  keys: ['PingInterval', 'PingIntervalSecs'],
  read: (keys) =>
    changing({ keepaliveSeconds: wholeNumber(keys('PingInterval')) * 60 + wholeNumber(keys('PingIntervalSecs')) }),
};

/** `user@host` is understood in PuTTY's host field, and goes before the user name. A single colon ends the host. */
const target: Special = {
  keys: ['HostName', 'UserName'],
  read: (keys) => {
    const typed = (keys('HostName') ?? '').trim();
    const at = typed.lastIndexOf('@');
    const host = typed.slice(at + 1).replace(/^([^:[\]]+):[^:]*$/, '$1');
    const userName = at > 0 ? typed.slice(0, at) : (keys('UserName') ?? '');
    return changing({ hostName: host.replace(/^\[(.*)\]$/, '$1'), userName });
  },
};

const megabyte = 1024 * 1024;
const factors: Readonly<Record<string, number>> = { '': 1, k: 1024, m: megabyte, g: 1024 * megabyte };

/** `1G`, `512M`, `100k`, or bytes; at least one megabyte where there is a limit at all. */
const rekeying: Special = {
  keys: ['RekeyBytes'],
  read: (keys) => {
    const text = keys('RekeyBytes');
    if (text === undefined) return nothing;
    const [, number = '', unit = ''] = /^(\d{1,12})([kmg]?)$/i.exec(text.trim()) ?? [];
    if (number === '') return leavingOut('RekeyBytes', text, t('It is not an amount of data.'));
    return changing({ rekeyMegabytes: Math.ceil((Number(number) * (factors[unit.toLowerCase()] ?? 1)) / megabyte) });
  },
};

const environment: Special = {
  keys: ['Environment'],
  read: (keys) => {
    const text = keys('Environment');
    if (text === undefined) return nothing;
    return changing({ environment: parsePuttyList(text).map(([name, value]) => ({ name, value })) });
  },
};

const manualHostKeys: Special = {
  keys: ['SSHManualHostKeys'],
  read: (keys) => {
    const text = keys('SSHManualHostKeys');
    if (text === undefined) return nothing;
    // Base64 ends in "=", which the list takes for the end of a name.
    const parts = text.match(/(?:\\.|[^\\,])+/gs) ?? [];
    return changing({ manualHostKeys: parts.map((part) => part.replace(/\\(.)/gs, '$1')).join(', ') });
  },
};

/** PuTTY's own name says nothing of the session: it is in every session that was never set to be logged. */
const logFile: Special = {
  keys: ['LogFileName'],
  read: (keys) => {
    const name = keys('LogFileName') ?? '';
    const isUnused = name === 'putty.log' && (keys('LogType') ?? '0') === '0';
    return name === '' || isUnused ? nothing : changing({ logFileName: name });
  },
};

/** Passwords are never imported: the value is not even shown. */
const proxyPassword: Special = {
  keys: ['ProxyPassword'],
  read: (keys) =>
    (keys('ProxyPassword') ?? '') === ''
      ? nothing
      : leavingOut('ProxyPassword', t('(not shown)'), t('Passwords are not imported: you will be asked.')),
};

/** All keys that the settings table alone does not explain. */
export const specials: readonly Special[] = [
  keepalive,
  target,
  rekeying,
  environment,
  manualHostKeys,
  font,
  characterSet,
  terminalModes,
  colours,
  wordness,
  logFile,
  proxy,
  proxyPassword,
  keypad,
  bellTimes,
];
