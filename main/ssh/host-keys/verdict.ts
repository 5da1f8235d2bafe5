import { type Failure, failed } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { placeOf } from '../target.ts';
import type { OfferedHostKey } from './host-key-policy.ts';
import type { RecordedHost } from './known-hosts-file.ts';

/** What the recorded keys say of an offered one. */
export type Verdict =
  | { readonly kind: 'known' }
  | { readonly kind: 'revoked'; readonly line: RecordedHost }
  /** Other keys of its type are recorded. */
  | { readonly kind: 'changed'; readonly lines: readonly [RecordedHost, ...RecordedHost[]] }
  /** Nothing of its type is recorded; keys of other types may be. */
  | { readonly kind: 'unknown'; readonly otherTypes: readonly string[] };

/** Compares with the lines that name the host. A revoked key stays revoked wherever else it stands, as in OpenSSH. */
export function judgeHostKey(keyType: string, blob: Uint8Array, lines: readonly RecordedHost[]): Verdict {
  const isOffered = (line: RecordedHost) => line.blob.equals(blob);
  const revoked = lines.find((line) => line.marker === 'revoked' && isOffered(line));
  if (revoked !== undefined) return { kind: 'revoked', line: revoked };
  const own = ownKeys(lines);
  if (own.some(isOffered)) return { kind: 'known' };
  const [first, ...more] = own.filter((line) => line.keyType === keyType);
  if (first !== undefined) return { kind: 'changed', lines: [first, ...more] };
  return { kind: 'unknown', otherTypes: typesOf(lines) };
}

/** The types of the host's own keys, each once. */
export const typesOf = (lines: readonly RecordedHost[]): readonly string[] => [
  ...new Set(ownKeys(lines).map((line) => line.keyType)),
];

const ownKeys = (lines: readonly RecordedHost[]) => lines.filter((line) => line.marker === 'none');

/** What a user is told of a revoked key. */
export const revokedFailure = (offered: OfferedHostKey, line: RecordedHost): Failure => ({
  code: 'host-key-revoked',
  message: t('The host key of {offered} ({keyType} {fingerprint}) is revoked by {line}.', {
    offered: placeFor(offered),
    keyType: offered.keyType,
    fingerprint: fingerprintOf(offered.blob),
    line: whereIs(line),
  }),
  retryable: false,
  hint: t('Ask the administrator of the server for its new key; whoever holds the revoked one may be somebody else.'),
});

/** What a user is told of a changed key: both fingerprints, and the deliberate way round. */
export function changedFailure(offered: OfferedHostKey, lines: readonly [RecordedHost, ...RecordedHost[]]): Failure {
  const place = placeFor(offered);
  const recorded = lines
    .map((line) => t('{fingerprint} in {place}', { fingerprint: fingerprintOf(line.blob), place: whereIs(line) }))
    .join(', ');
  return {
    code: 'host-key-changed',
    message: t(
      'The host key of {place} has changed: it offers {keyType} {fingerprint}, but recorded is {recorded}. Somebody may be listening in, or the server has a new key.',
      { place, keyType: offered.keyType, fingerprint: fingerprintOf(offered.blob), recorded },
    ),
    retryable: false,
    hint: t(
      'Ask the administrator of {place} whether the offered fingerprint is right; only then remove {lines} with an editor, and connect again.',
      { place, lines: lines.map(whereIs).join(t(' and ')) },
    ),
  };
}

/** What a user is told who did not accept a key. */
export const rejected = (offered: OfferedHostKey) =>
  failed({
    code: 'host-key-rejected',
    message: t('The host key of {offered} was not accepted.', { offered: placeFor(offered) }),
    retryable: false,
    hint: t('Connect again to be asked again.'),
  });

/** What a user is told whose session takes recorded keys alone. */
export const notRecorded = (offered: OfferedHostKey) =>
  failed({
    code: 'host-key-rejected',
    message: t(
      'The host key of {place} ({keyType} {fingerprint}) is not known, and the settings of this session refuse keys that are not known.',
      { place: placeFor(offered), keyType: offered.keyType, fingerprint: fingerprintOf(offered.blob) },
    ),
    retryable: false,
    hint: t('Record the key, or choose "Ask" in Connection / SSH / Host keys.'),
  });

const placeFor = ({ host, port }: OfferedHostKey) => placeOf({ host, port, user: null });

const whereIs = ({ file, line }: RecordedHost) => t('line {line} of {file}', { line, file });
