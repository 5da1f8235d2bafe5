import { createHash } from 'node:crypto';
import { failed, type Result, success } from '#contract/failure.ts';
import type { OfferedHostKey } from '../host-key-policy.ts';
import { placeOf } from '../target.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Whether a host key, in the encoding of RFC 4253, 6.6, is one of those that the user configured. */
export type IsConfigured = (blob: Uint8Array) => boolean;

/**
 * Reads PuTTY's SSHManualHostKeys: `SHA256:` and base64, MD5 as 16 bytes in hexadecimal with colons, or a whole public
 * key in base64, separated by commas; a type or a size before them, as PuTTY prints them, is passed over. Null if there
 * is none.
 */
export function parseManualHostKeys(text: string): Result<IsConfigured | null> {
  const tests: IsConfigured[] = [];
  for (const entry of text.split(',')) {
    const words = entry.trim().split(/\s+/);
    if (words[0] === '') continue;
    const test = testOf(words.find((word) => testOf(word) !== null) ?? '');
    if (test === null) return failed(unreadable(entry.trim()));
    tests.push(test);
  }
  return success(tests.length === 0 ? null : (blob) => tests.some((test) => test(blob)));
}

function testOf(word: string): IsConfigured | null {
  if (/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(word)) return (blob) => fingerprintOf(blob) === word.replace('=', '');
  if (/^(MD5:)?([0-9a-f]{2}:){15}[0-9a-f]{2}$/i.test(word)) {
    const digits = word.replace(/^MD5:/i, '').replaceAll(':', '').toLowerCase();
    return (blob) => createHash('md5').update(blob).digest('hex') === digits;
  }
  // The shortest key, Ed25519's, has 68 characters; each begins with the length of its type's name.
  if (!/^AAAA[A-Za-z0-9+/]{64,}={0,2}$/.test(word)) return null;
  const key = Buffer.from(word, 'base64');
  return (blob) => key.equals(blob);
}

const unreadable = (entry: string) =>
  ({
    code: 'host-key-rejected',
    message: `"${entry}" among the host keys of this session is neither a fingerprint nor a public key.`,
    retryable: false,
    field: 'manualHostKeys',
    hint: 'Write SHA256:… as ssh-keygen -l prints it, in Connection / SSH / Host keys.',
  }) as const;

/** What a user is told whose session names other keys. */
export const notConfigured = ({ host, port, keyType, blob }: OfferedHostKey) =>
  failed({
    code: 'host-key-rejected',
    message:
      `The host key of ${placeOf({ host, port, user: null })} (${keyType} ${fingerprintOf(blob)}) is none of those ` +
      'that this session is configured to accept.',
    retryable: false,
    hint: 'Ask the administrator of the server whether it has a new key; only then change Connection / SSH / Host keys.',
  });
