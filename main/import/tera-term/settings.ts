import { parseOptionForward } from '#contract/forwards/forward-notation.ts';
import { t } from '#contract/language/language.ts';
import type { Unmapped } from '#contract/saved/import.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { colourReaders } from './colours.ts';
import { logNameOf } from './logging.ts';
import { orderFromTeraTerm } from './orders.ts';

/** Keys with their section in front: `TTSSH/HeartBeat`; what is not of [TTSSH] is of [Tera Term]. */
export type Changes = Readonly<Record<string, unknown>>;

export interface Meaning {
  readonly changes: Changes;
  readonly unmapped: readonly Omit<Unmapped, 'key'>[];
}

/** What a value comes to; null if it has no such meaning. */
type Reader = (value: string) => Changes | null;

const isNumber = (text: string | undefined): text is string => /^-?\d{1,9}$/.test(text ?? '');
const number =
  (key: string): Reader =>
  (value) =>
    isNumber(value) ? { [key]: Number(value) } : null;
const text =
  (key: string): Reader =>
  (value) => ({ [key]: value });
const choice =
  (key: string, values: Readonly<Record<string, unknown>>): Reader =>
  (value) =>
    Object.hasOwn(values, value.toLowerCase()) ? { [key]: values[value.toLowerCase()] } : null;

/** `TerminalSize=80,24`. */
const size: Reader = (value) => {
  const [columns, rows] = value.split(',');
  return isNumber(columns) && isNumber(rows) ? { columns: Number(columns), rows: Number(rows) } : null;
};

/** `VTFont=Consolas,0,-16,1`: its height in pixels, negative for that of the letters alone. */
const font: Reader = (value) => {
  const [family = '', , height] = value.split(',');
  const { min, max } = settingsTable.fontSize;
  const pixels = isNumber(height) ? Math.abs(Number(height)) : 0;
  const fontSize = pixels === 0 ? {} : { fontSize: Math.min(Math.max(pixels, min), max) };
  return family === '' ? null : { fontFamily: family, ...fontSize };
};

/** `L8080:host:80;D1080;X`: what is not understood is left out, and told of. */
export function forwardings(value: string): Meaning {
  const kinds = { L: 'local', R: 'remote', D: 'dynamic' } as const;
  const parts = value.split(';').filter((part) => part !== '' && part !== 'X');
  const read = parts.map((part) => {
    const kind = kinds[part[0] as keyof typeof kinds];
    const forward = kind === undefined ? null : parseOptionForward(kind, part.slice(1));
    return { part, forward: forward?.ok ? forward.value : null };
  });
  const x11 = value.split(';').includes('X') ? { x11Forward: true } : {};
  return {
    changes: { forwards: read.flatMap(({ forward }) => forward ?? []), ...x11 },
    unmapped: read
      .filter(({ forward }) => forward === null)
      .map(({ part }) => ({ value: part, reason: t('This forward is left out: it is not understood.') })),
  };
}

const megabyte = 1024 * 1024;

/** By key in lower case. */
export const teraTermReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['tcpport', number('portNumber')],
  ['termtype', text('terminalType')],
  ['terminalsize', size],
  ['scrollbuffsize', number('scrollbackLines')],
  ['vtfont', font],
  ['cursorshape', choice('cursorStyle', { block: 'block', vertical: 'bar', horizontal: 'underline' })],
  ['nonblinkingcursor', choice('cursorBlink', { on: false, off: true })],
  ...colourReaders,
  ['enableansicolor', choice('ansiColour', { on: true, off: false })],
  ['xterm256color', choice('xterm256Colour', { on: true, off: false })],
  // These go with VTBoldColor and ANSIColor: see withColourKeys.
  ...['enableboldattrcolor', 'pcboldcolor', 'aixterm16color'].map((key) => [key, () => ({})] as const),
  ['autowinclose', choice('closeOnExit', { on: 'always', off: 'never' })],
  ['logautostart', choice('logType', { on: 'all', off: 'none' })],
  ['logdefaultname', (value) => ({ logFileName: logNameOf(value) })],
  ['logappend', choice('logFileClash', { on: 'append', off: 'overwrite' })],
  ['logrotatesize', (value) => (isNumber(value) ? { logRotateMegabytes: Math.ceil(Number(value) / megabyte) } : null)],
  // These go with the ones above: see withLogKeys.
  ...['logdefaultpath', 'logtypeplaintext', 'logrotate', 'logrotatesizetype'].map((key) => [key, () => ({})] as const),
  ['ttssh/heartbeat', number('keepaliveSeconds')],
  ['ttssh/defaultusername', text('userName')],
  ['ttssh/defaultrsaprivatekeyfile', text('keyFile')],
  // 0 is off, and 1 to 9 are its levels: SSH's peers agree on whether, and each on its own level.
  ['ttssh/compression', (value) => (isNumber(value) ? { compression: Number(value) > 0 } : null)],
  ['ttssh/forwardagent', choice('agentForwarding', { 0: 'off', 1: 'allow' })],
  ['ttssh/updatehostkeys', choice('updateHostKeys', { 0: 'no', 1: 'yes', 2: 'ask' })],
  ['ttssh/kexorder', (value) => ({ kexOrder: orderFromTeraTerm('kexOrder', value) })],
  ['ttssh/hostkeyorder', (value) => ({ hostKeyOrder: orderFromTeraTerm('hostKeyOrder', value) })],
  ['ttssh/cipherorder', (value) => ({ cipherOrder: orderFromTeraTerm('cipherOrder', value) })],
]);
