import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { encodeMpint, encodeString } from '../encoding.ts';
import type { HostKey } from './host-key-policy.ts';
import { knownHostsName } from './host-pattern.ts';
import { knownHostsLine } from './known-hosts.ts';

/** One entry of PuTTY's SshHostKeys: a value of its registry key, or a line of `~/.putty/sshhostkeys`. */
export interface PuttyHostKey {
  /** `ssh-ed25519@22:example.com`; in the registry with characters as %XX. */
  readonly name: string;
  /** Numbers in hexadecimal, separated by commas. */
  readonly value: string;
}

/** The entries of `~/.putty/sshhostkeys`. */
export const readPuttyHostKeys = (text: string): readonly PuttyHostKey[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [name, value, ...rest] = line.trim().split(' ');
    return name && value && rest.length === 0 ? [{ name, value }] : [];
  });

/** Makes an entry a line of known_hosts; a Failure says why that is not possible. */
export function knownHostsLineOf({ name, value }: PuttyHostKey): Result<string> {
  const [, type = '', port = '', host = ''] = /^([^@]+)@(\d{1,5}):(.+)$/.exec(unescaped(name)) ?? [];
  if (host === '' || Number(port) > 65_535) return failed(unreadable(name, t('its name is not that of a host key')));
  const key = keyOf(type, value.split(','));
  if (typeof key === 'string') return failed(unreadable(name, key));
  return success(knownHostsLine(knownHostsName(host, Number(port)), key));
}

/** As PuTTY writes names into the registry: %XX. */
const unescaped = (name: string) =>
  name.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The key, or why it is none. */
function keyOf(type: string, parts: readonly string[]): HostKey | string {
  const numbers = parts.map(numberOf);
  const [first, second] = numbers;
  if (type === 'rsa2' && parts.length === 2 && first && second)
    return encoded('ssh-rsa', [encodeMpint(first), encodeMpint(second)]);
  if (type === 'ssh-ed25519' && parts.length === 2 && first && second)
    return encoded('ssh-ed25519', [encodeString(edwardsPoint(first, second))]);
  if (type === 'dss' && parts.length === 4 && numbers.every((number) => number !== null))
    return encoded('ssh-dss', numbers.map(encodeMpint));
  const curve = /^ecdsa-sha2-(nistp(256|384|521))$/.exec(type);
  if (curve?.[1] === parts[0] && curve !== null) return ecdsaKey(type, parts);
  return type === 'rsa' || type === 'ssh-ed448'
    ? t('keys of the type {type} are not accepted here', { type })
    : t('it is damaged, or of a type that is not known here');
}

function ecdsaKey(type: string, [curve = '', x = '', y = '']: readonly string[]): HostKey | string {
  const size = Math.ceil(Number(curve.slice(-3)) / 8);
  const [first, second] = [numberOf(x), numberOf(y)];
  if (!first || !second || first.length > size || second.length > size) return t('its point is damaged');
  // RFC 5656, 3.1: the point uncompressed (SEC 1, 2.3.3).
  const point = Buffer.concat([Buffer.from([4]), padded(first, size), padded(second, size)]);
  return encoded(type, [encodeString(curve), encodeString(point)]);
}

/** RFC 8032, 5.1.2: y, little end first, with the lowest bit of x on top. */
function edwardsPoint(x: Buffer, y: Buffer): Buffer {
  const bytes = padded(y, 32).subarray(-32).reverse();
  bytes[31] = (bytes[31] ?? 0) | (((x.at(-1) ?? 0) & 1) << 7);
  return bytes;
}

/** Most significant byte first; null if it is no number in hexadecimal. */
function numberOf(text: string): Buffer | null {
  const [, digits] = /^0x([0-9a-f]{1,8192})$/i.exec(text) ?? [];
  return digits === undefined ? null : Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

const padded = (bytes: Buffer, size: number) => Buffer.concat([Buffer.alloc(Math.max(0, size - bytes.length)), bytes]);

const encoded = (keyType: string, fields: readonly Buffer[]): HostKey => ({
  keyType,
  blob: Buffer.concat([encodeString(keyType), ...fields]),
});

const unreadable = (name: string, why: string) =>
  ({
    code: 'invalid-payload',
    message: t('The host key "{name}" was not taken over: {why}.', { name, why }),
    retryable: false,
  }) as const;
