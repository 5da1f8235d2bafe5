import { createHmac, randomBytes } from 'node:crypto';
import { matchesWildcard } from '../wildcard.ts';

/** The hosts of one known_hosts line (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
export type HostPattern =
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'hashed'; readonly salt: Buffer; readonly hash: Buffer };

/** SSH's own port (RFC 4253, 4.1): hosts on it are recorded by their bare name. */
export const sshPort = 22;

/** The name that known_hosts has for a host: `example.com`, or `[example.com]:2222` off port 22. In lower case. */
export const knownHostsName = (host: string, port: number): string =>
  (port === sshPort ? host : `[${host}]:${port}`).toLowerCase();

/** Reads the first field of a line; null if it is of no known form. */
export function parseHostPattern(text: string): HostPattern | null {
  if (!text.startsWith('|')) return { kind: 'list', items: text.toLowerCase().split(',') };
  const [, magic, salt, hash, more] = text.split('|');
  if (magic !== '1' || salt === undefined || hash === undefined || more !== undefined) return null;
  const [saltBytes, hashBytes] = [Buffer.from(salt, 'base64'), Buffer.from(hash, 'base64')];
  return hashBytes.length === sha1Length && saltBytes.length === sha1Length
    ? { kind: 'hashed', salt: saltBytes, hash: hashBytes }
    : null;
}

/** Whether the pattern names the host; a negated item that does so excludes it, wherever it stands. */
export function matchesHost(pattern: HostPattern, name: string): boolean {
  if (pattern.kind === 'hashed') return hashOf(name, pattern.salt).equals(pattern.hash);
  const hits = pattern.items.filter((item) => matchesWildcard(item.replace(/^!/, ''), name));
  return hits.length > 0 && hits.every((item) => !item.startsWith('!'));
}

/** The hashed form of a name, with a new salt: for names that a list would take for something else. */
export function hashedName(name: string): string {
  const salt = randomBytes(sha1Length);
  return `|1|${salt.toString('base64')}|${hashOf(name, salt).toString('base64')}`;
}

const sha1Length = 20;

const hashOf = (name: string, salt: Buffer) => createHmac('sha1', salt).update(name).digest();
