import { t } from '#contract/language/language.ts';
import { typeOfBlob } from '../encoding.ts';
import { harmlessLine } from '../sanitise.ts';
import { type Certificate, isCertificateType, parseCertificate } from './certificate.ts';
import { fingerprintOf } from './fingerprint.ts';

/** The key itself, where it is shown by its certificate; another key as it is. */
export const plainBlobOf = (blob: Buffer): Buffer =>
  (isCertificateType(typeOfBlob(blob)) ? parseCertificate(blob)?.key : undefined) ?? blob;

/** A sentence for the Event Log. */
export function certificateFacts({ keyId, serial, authority, principals, ...certificate }: Certificate): string {
  const names = principals.length === 0 ? 'any user' : harmlessLine(principals.join(', '));
  return `Certificate "${harmlessLine(keyId)}", serial ${serial}, for ${names}, signed by ${fingerprintOf(authority)}, ${validityOf(certificate)}.`;
}

const forever = 2n ** 64n - 1n;

function validityOf({ validAfter, validBefore }: Pick<Certificate, 'validAfter' | 'validBefore'>): string {
  const from = validAfter === 0n ? '' : `from ${timeOf(validAfter)} `;
  return validBefore === forever ? `valid ${from}without end` : `valid ${from}to ${timeOf(validBefore)}`;
}

/** Why a certificate can't be good now, as a sentence; null if it can. `now`: ms since 1970. */
export function certificateProblem(certificate: Certificate, now: number): string | null {
  const name = harmlessLine(certificate.keyId);
  const seconds = BigInt(Math.floor(now / 1000));
  if (certificate.kind !== 'user') return t('The certificate "{name}" is not one of a user.', { name });
  if (seconds < certificate.validAfter)
    return t('The certificate "{name}" is not valid before {validAfter}.', {
      name,
      validAfter: timeOf(certificate.validAfter),
    });
  if (seconds >= certificate.validBefore)
    return t('The certificate "{name}" expired on {validBefore}.', {
      name,
      validBefore: timeOf(certificate.validBefore),
    });
  return null;
}

/** The last second that a Date can hold. */
const lastSecond = 8_640_000_000_000n;

const timeOf = (seconds: bigint): string =>
  seconds > lastSecond
    ? t('a time without end')
    : `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
