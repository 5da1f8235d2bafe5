import { type ProfileChanges, parseProfileChanges } from '#contract/profile.ts';
import { type SettingKey, settingsTable } from '#contract/settings-table.ts';
import type { ConfigRemark } from '#contract/ssh-config.ts';
import type { Resolved, Value } from './resolve.ts';

/** What a keyword's values come to; null where one of them means what no setting does. */
type Setter = (texts: readonly string[], all: Resolved['values']) => ProfileChanges | null;

/** What the files set for a host, and what of it comes to nothing. */
export interface Configured {
  readonly changes: ProfileChanges;
  readonly remarks: readonly ConfigRemark[];
}

const setter =
  (set: (text: string, all: Resolved['values']) => ProfileChanges | null): Setter =>
  ([text = ''], all) =>
    set(text, all);

/** A number of seconds, cut to what the setting takes. */
const within = (key: SettingKey & ('aliveCheckSeconds' | 'aliveCheckCount'), text: string): number => {
  const { min, max } = settingsTable[key];
  return Math.min(Math.max(Number(text), min), max);
};

const mebibyte = 1024 * 1024;

/** By keyword in lower case: the settings that it sets. A keyword that is not here is not supported. */
export const setters: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['hostname', setter((hostName) => ({ hostName }))],
  ['port', setter((port) => ({ portNumber: Number(port) }))],
  ['user', setter((userName) => ({ userName }))],
  ['addressfamily', setter((family) => ({ addressFamily: families[family] ?? 'auto' }))],
  ['tcpkeepalive', setter((value) => ({ tcpKeepalives: value === 'yes' }))],
  // OpenSSH's one interval keeps the path open and ends a session that does not answer: checks of ours do both, too.
  [
    'serveraliveinterval',
    setter((text, all) => {
      if (text === 'none' || text === '0') return { aliveCheckSeconds: 0 };
      const count = all.has('serveralivecountmax') ? {} : { aliveCheckCount: 3 };
      return { aliveCheckSeconds: within('aliveCheckSeconds', text), whenStalled: 'disconnect', ...count };
    }),
  ],
  ['serveralivecountmax', setter((text) => ({ aliveCheckCount: within('aliveCheckCount', text) }))],
  ['compression', setter((value) => ({ compression: value === 'yes' }))],
  [
    'rekeylimit',
    setter((text) => {
      const [bytes = 0, seconds = 0] = text.split(' ').map(Number);
      // 0 leaves what OpenSSH has for each.
      return {
        ...(bytes === 0 ? {} : { rekeyMegabytes: Math.max(1, Math.round(bytes / mebibyte)) }),
        ...(seconds === 0 ? {} : { rekeyMinutes: Math.max(1, Math.round(seconds / 60)) }),
      };
    }),
  ],
  ['identityfile', setter((keyFile) => ({ keyFile: keyFile === 'none' ? '' : keyFile }))],
  ['pubkeyauthentication', setter((value) => (value === 'false' ? { tryAgent: false, keyFile: '' } : {}))],
  ['passwordauthentication', setter((value) => ({ tryPassword: value === 'yes' }))],
  ['kbdinteractiveauthentication', setter((value) => ({ tryKeyboardInteractive: value === 'yes' }))],
  ['remotecommand', setter((remoteCommand) => ({ remoteCommand }))],
  ['sessiontype', setter((type) => (type === 'subsystem' ? null : { noShell: type === 'none' }))],
  [
    'setenv',
    (texts) => ({
      environment: texts.map((text) => {
        const at = text.indexOf('=');
        return { name: text.slice(0, at), value: text.slice(at + 1) };
      }),
    }),
  ],
]);

const families: Readonly<Record<string, 'ipv4' | 'ipv6'>> = { inet: 'ipv4', inet6: 'ipv6' };

/** Of these a session takes one. */
const single: ReadonlySet<string> = new Set(['identityfile']);

/** Turns what the files say into settings; every value is checked as one that was typed. */
export function settingsOf({ values, to, remarks }: Resolved): Configured {
  const told: ConfigRemark[] = [...remarks];
  const tell = ({ file, line, written }: Value, text: string) => told.push({ file, line, text: `${written} ${text}` });
  let changes: ProfileChanges = { hostName: to.host };
  for (const [keyword, found] of values) {
    const first = found[0];
    if (first === undefined) continue;
    const set = setters.get(keyword);
    const wanted =
      set?.(
        found.map(({ text }) => text),
        values,
      ) ?? null;
    if (set === undefined) tell(first, 'is not supported, and has no effect here.');
    else if (wanted === null) tell(first, `${shown(first.text)} is not supported, and has no effect here.`);
    else {
      const parsed = parseProfileChanges(wanted);
      if (single.has(keyword)) for (const more of found.slice(1)) tell(more, 'is left out: one is taken.');
      if (parsed.ok) changes = { ...changes, ...parsed.value };
      else tell(first, `is left out. ${parsed.failure.message}`);
    }
  }
  return { changes, remarks: told.sort(byPlace) };
}

/** The user's own files, then those for all users. */
const byPlace = (a: ConfigRemark, b: ConfigRemark): number =>
  Number(b.file.startsWith('~')) - Number(a.file.startsWith('~')) || a.file.localeCompare(b.file) || a.line - b.line;

/** Cut to what fits into a sentence. */
const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
