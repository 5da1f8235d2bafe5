import { typeOfBlob } from '../encoding.ts';
import type { HostKey } from './host-key-policy.ts';
import { type HostPattern, hashedName, matchesHost, parseHostPattern } from './host-pattern.ts';

/** One usable line of a known_hosts file. */
export interface KnownHost {
  /** Counted from 1. */
  readonly line: number;
  readonly marker: Marker;
  readonly hosts: HostPattern;
  /** As in RFC 4253, 6.6: ssh-ed25519, ssh-rsa, … */
  readonly keyType: string;
  readonly blob: Buffer;
}

/** `cert-authority` keys sign host certificates and are no host's own key. */
export type Marker = 'none' | 'revoked' | 'cert-authority';

/** Reads a known_hosts file. Comments and broken lines are passed over, as OpenSSH does. Never throws. */
export const parseKnownHosts = (text: string): readonly KnownHost[] =>
  text.split('\n').flatMap((line, index) => parseLine(line, index + 1) ?? []);

/** The lines that name a host, as {@link knownHostsName} writes it. */
export const linesOf = <T extends KnownHost>(name: string, lines: readonly T[]): readonly T[] =>
  lines.filter((line) => matchesHost(line.hosts, name));

/** Names with other characters could be read as patterns, lists or comments: they are recorded hashed. */
const plainName = /^[\p{L}\p{N}._:%[\]-]+$/u;

/** A line that records a key for a host, as {@link knownHostsName} names it. */
export const knownHostsLine = (name: string, { keyType, blob }: HostKey): string =>
  `${plainName.test(name) ? name : hashedName(name)} ${keyType} ${Buffer.from(blob).toString('base64')}`;

function parseLine(text: string, line: number): KnownHost | null {
  const fields = text.trim().split(/[ \t]+/, 4);
  const marker = markerOf(fields[0] ?? '');
  if (marker === null) return null;
  const [hostField, keyType, key] = marker === 'none' ? fields : fields.slice(1);
  if (hostField === undefined || keyType === undefined || key === undefined) return null;
  const blob = /^[A-Za-z0-9+/]+={0,2}$/.test(key) ? Buffer.from(key, 'base64') : null;
  if (blob === null || typeOfBlob(blob) !== keyType) return null;
  const hosts = parseHostPattern(hostField);
  return hosts && { line, marker, hosts, keyType, blob };
}

/** Null for a comment and for a marker that is not known. */
function markerOf(field: string): Marker | null {
  if (field === '@revoked') return 'revoked';
  if (field === '@cert-authority') return 'cert-authority';
  return field === '' || field.startsWith('#') || field.startsWith('@') ? null : 'none';
}
