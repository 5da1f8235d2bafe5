import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { type Certificate, isSignedByItsAuthority } from '../keys/certificate.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { harmlessLine } from '../sanitise.ts';
import { matchesHost } from './host-pattern.ts';
import type { RecordedHost } from './known-hosts-file.ts';

/** What the recorded authorities say of a host's certificate. */
export type CertificateVerdict =
  | { readonly kind: 'certified' }
  /** No authority that is recorded for this host has signed it: what counts is the key in it, as in OpenSSH. */
  | { readonly kind: 'unknown-authority' }
  | { readonly kind: 'refused'; readonly failure: Failure };

export interface CertifiedHost {
  /** The host as the user named it. */
  readonly host: string;
  /** The lines that name the host. */
  readonly lines: readonly RecordedHost[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Judges a host certificate as OpenSSH does: authority, signature, kind, host name, time, critical options. */
export function judgeCertificate(certificate: Certificate, { host, lines, now }: CertifiedHost): CertificateVerdict {
  const recorded = lines.find((line) => line.marker === 'cert-authority' && line.blob.equals(certificate.authority));
  const revoked = lines.find(
    ({ marker, blob }) => marker === 'revoked' && (blob.equals(certificate.authority) || blob.equals(certificate.key)),
  );
  if (revoked !== undefined) {
    const what = revoked.blob.equals(certificate.key) ? t('the key in it') : t("its authority's key");
    return refused(
      host,
      certificate,
      t('{what} is revoked by line {line} of {file}', { what, line: revoked.line, file: revoked.file }),
      'host-key-revoked',
    );
  }
  if (recorded === undefined) return { kind: 'unknown-authority' };
  const fault = faultOf(certificate, host, now);
  return fault === null ? { kind: 'certified' } : refused(host, certificate, fault);
}

/** Why a certificate of a recorded authority is no good for the host; null if it is. */
function faultOf(certificate: Certificate, host: string, now: number): string | null {
  if (!isSignedByItsAuthority(certificate)) return t('its signature is wrong');
  if (certificate.kind !== 'host') return t('it was made for a user, not for a host');
  if (!isNamedIn(certificate.principals, host)) {
    return t('it is for {join}', {
      join: certificate.principals.slice(0, namedPrincipals).map(harmlessLine).join(', '),
    });
  }
  const seconds = BigInt(Math.floor(now / 1000));
  if (seconds < certificate.validAfter)
    return t('it is not valid before {validAfter}', { validAfter: dateOf(certificate.validAfter) });
  if (seconds >= certificate.validBefore)
    return t('it expired on {validBefore}', { validBefore: dateOf(certificate.validBefore) });
  const [option] = certificate.criticalOptions;
  return option === undefined
    ? null
    : t('it has a critical option that is not known here: {option}', { option: harmlessLine(option) });
}

/** Names of a certificate that a sentence gives. */
const namedPrincipals = 8;

/** No name at all is every name (PROTOCOL.certkeys). */
const isNamedIn = (principals: readonly string[], host: string) =>
  principals.length === 0 ||
  matchesHost({ kind: 'list', items: principals.map((name) => name.toLowerCase()) }, host.toLowerCase());

/** In UTC; a time beyond what a date can be is for ever. */
const dateOf = (seconds: bigint) =>
  seconds > 8_640_000_000_000n
    ? t('no day')
    : new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ');

function refused(
  host: string,
  certificate: Certificate,
  why: string,
  code: Failure['code'] = 'host-key-rejected',
): CertificateVerdict {
  const name = `"${harmlessLine(certificate.keyId)}", serial ${certificate.serial}`;
  return {
    kind: 'refused',
    failure: {
      code,
      message: t('The certificate of {host} ({name}, signed by {authority}) is refused: {why}.', {
        host,
        name,
        authority: fingerprintOf(certificate.authority),
        why,
      }),
      retryable: false,
      hint: t("Ask the administrator of the server for a new certificate; check this computer's clock too."),
    },
  };
}
