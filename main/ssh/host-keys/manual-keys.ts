import { createHash } from 'node:crypto';
import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { type HostKeyEntry, readHostKeyList } from '#contract/settings/host-key-list.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { placeOf } from '../target.ts';
import type { OfferedHostKey } from './host-key-policy.ts';

/** Whether a host key, in the encoding of RFC 4253, 6.6, is one of those that the user configured. */
export type IsConfigured = (blob: Uint8Array) => boolean;

/** The keys that a session names; null if it names none. */
export function parseManualHostKeys(text: string): Result<IsConfigured | null> {
  const entries = readHostKeyList(text);
  if (typeof entries === 'string') return failed(unreadable(entries));
  return success(entries.length === 0 ? null : (blob) => entries.some((entry) => isOf(entry, blob)));
}

function isOf(entry: HostKeyEntry, blob: Uint8Array): boolean {
  switch (entry.kind) {
    case 'sha256':
      return fingerprintOf(blob) === entry.fingerprint;
    case 'md5':
      return createHash('md5').update(blob).digest('hex') === entry.digits;
    case 'key':
      return Buffer.from(entry.base64, 'base64').equals(blob);
  }
}

const unreadable = (entry: string) =>
  ({
    code: 'host-key-rejected',
    message: t('"{entry}" among the host keys of this session is neither a fingerprint nor a public key.', { entry }),
    retryable: false,
    field: 'manualHostKeys',
    hint: t('Write SHA256:… as ssh-keygen -l prints it, in Connection / SSH / Host keys.'),
  }) as const;

/** What a user is told whose session names other keys. */
export const notConfigured = ({ host, port, keyType, blob }: OfferedHostKey) =>
  failed({
    code: 'host-key-rejected',
    message: t(
      'The host key of {place} ({keyType} {fingerprint}) is none of those that this session is configured to accept.',
      { place: placeOf({ host, port, user: null }), keyType, fingerprint: fingerprintOf(blob) },
    ),
    retryable: false,
    hint: t(
      'Ask the administrator of the server whether it has a new key; only then change Connection / SSH / Host keys.',
    ),
  });
