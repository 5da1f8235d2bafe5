import { t } from '#contract/language/language.ts';
import { type ProfileChanges, parseProfileChanges } from '#contract/profile/profile.ts';
import type { Unmapped } from '#contract/saved/import.ts';
import type { ReadSession } from '../read.ts';
import { maxValueLength, savableName, shownValue } from '../text.ts';
import { withColourKeys } from './colours.ts';
import { parseIniFile } from './ini-file.ts';
import { withLogKeys } from './logging.ts';
import { type Changes, forwardings, teraTermReaders } from './settings.ts';

/** The name of the session that has the settings alone, where the file has no hosts. */
const nameWithoutHosts = 'Tera Term';

/** Whether this is a TERATERM.INI. */
export const isTeraTermFile = (text: string): boolean => /^[ \t]*\[(?:Tera Term|TTSSH)\][ \t\r]*$/im.test(text);

/**
 * Reads a TERATERM.INI: one session for each host of its list, all with the settings of the file. Tera Term does not say
 * what its defaults are, so each setting that has a value and no counterpart is told of.
 */
export function readTeraTerm(text: string): readonly ReadSession[] {
  const sections = parseIniFile(text);
  const settings = [...entriesOf(sections.get('tera term'), ''), ...entriesOf(sections.get('ttssh'), 'TTSSH/')].filter(
    ({ value }) => value !== '',
  );
  const read = settings.map(readEntry);
  const iniValue = (key: string) => settings.find((entry) => entry.key.toLowerCase() === key)?.value;
  const single = Object.assign({}, ...read.map(({ changes }) => changes));
  const common = withColourKeys(withLogKeys(single, iniValue), iniValue);
  const unmapped = read.flatMap((entry) => entry.unmapped);

  const hosts = [...(sections.get('hosts') ?? new Map<string, string>())]
    .filter(([key, value]) => /^Host\d+$/i.test(key) && value !== '')
    .map(([, value]) => readHost(value));
  if (hosts.length === 0) {
    return [{ name: nameWithoutHosts, folder: '', changes: common, unmapped, refused: null }];
  }
  return hosts.map((host) => ({
    ...host,
    folder: '',
    changes: { ...common, ...host.changes },
    unmapped: [...host.unmapped, ...unmapped],
  }));
}

interface IniEntry {
  readonly key: string;
  readonly value: string;
}

const entriesOf = (section: ReadonlyMap<string, string> | undefined, prefix: string): readonly IniEntry[] =>
  [...(section ?? [])].map(([key, value]) => ({ key: `${prefix}${key}`, value }));

function readEntry({ key, value }: IniEntry): {
  readonly changes: ProfileChanges;
  readonly unmapped: readonly Unmapped[];
} {
  const shown = key.startsWith('TTSSH/') ? `[TTSSH] ${key.slice('TTSSH/'.length)}` : key;
  if (value.length > maxValueLength) return left(shown, value, t('It is too long.'));
  if (key.toLowerCase() === 'ttssh/defaultforwarding') {
    const { changes, unmapped } = forwardings(value);
    return checked(
      shown,
      value,
      changes,
      unmapped.map((one) => ({ key: shown, ...one })),
    );
  }
  const read = teraTermReaders.get(key.toLowerCase());
  if (read === undefined) return left(shown, value, t('Holdfast has no such setting.'));
  const changes = read(value);
  return changes === null ? left(shown, value, t('This value is not known.')) : checked(shown, value, changes, []);
}

function checked(key: string, value: string, changes: Changes, unmapped: readonly Unmapped[]) {
  const parsed = parseProfileChanges(changes);
  return parsed.ok ? { changes: parsed.value, unmapped } : left(key, value, parsed.failure.message);
}

/** Characters at most of a host with its options: Tera Term itself keeps 255. */
const maxHostLength = 2048;

/** A host of the list: a name, with a port after a colon and options after it, as on Tera Term's command line. */
function readHost(text: string): Pick<ReadSession, 'name' | 'changes' | 'unmapped' | 'refused'> {
  if (text.length > maxHostLength) return notUnderstood(savableName(text));
  const [place = '', ...options] = text.split(/\s+/);
  const [, scheme, user, bracketed, bare, port] =
    /^(?:(\w+):\/\/)?(?:([^@/]+)@)?(?:\[([^\]]+)\]|([^:/]+|[^/]*:[^/]*:[^/]*?))(?::(\d{1,5}))?\/?$/.exec(place) ?? [];
  const hostName = bracketed ?? bare ?? '';
  const isTelnet =
    scheme === 'telnet' ||
    options.some((option) => /^\/(?:nossh|t=1)$/i.test(option)) ||
    (scheme === undefined && port === '23');
  const own = options.map(readOption);
  const parsed = parseProfileChanges({
    hostName,
    ...(user === undefined ? {} : { userName: user }),
    ...(port === undefined ? {} : { portNumber: Number(port) }),
    ...Object.assign({}, ...own.map(({ changes }) => changes)),
  });
  const name = savableName(hostName === '' ? text : hostName);
  const unmapped = own.flatMap((option) => option.unmapped);
  if (isTelnet)
    return { name, changes: {}, unmapped: [], refused: t('It is a Telnet session: Holdfast speaks only SSH.') };
  if (!parsed.ok || hostName === '') return notUnderstood(name);
  return { name, changes: parsed.value, unmapped, refused: null };
}

const notUnderstood = (name: string) => ({
  ...{ name, changes: {}, unmapped: [] },
  refused: t('The host is not understood.'),
});

function readOption(option: string): { readonly changes: Changes; readonly unmapped: readonly Unmapped[] } {
  const [, key = '', value = ''] = /^\/(\w+)(?:=(.*))?$/.exec(option) ?? [];
  switch (key.toLowerCase()) {
    case 'ssh':
    case 'ssh2':
    case '2':
    case 'auth':
      return { changes: {}, unmapped: [] };
    case 'user':
      return { changes: { userName: value }, unmapped: [] };
    case 'keyfile':
      return { changes: { keyFile: value }, unmapped: [] };
    case 'p':
      return { changes: { portNumber: Number(value) }, unmapped: [] };
    case 'passwd':
      return left('/passwd', t('(not shown)'), t('Passwords are not imported: you will be asked.'));
    default:
      return left(option, '', t('Holdfast has no such option.'));
  }
}

const left = (key: string, value: string, reason: string) => ({
  changes: {},
  unmapped: [{ key: shownValue(key), value: shownValue(value), reason }],
});
