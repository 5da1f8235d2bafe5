import { createPrivateKey, type KeyObject } from 'node:crypto';
import { derIntegers } from './der.ts';
import { damaged, type Opening, wrongPassphrase } from './opening.ts';
import { isPairOf } from './private-key.ts';
import { publicBlobOf } from './public-key.ts';

/** A private key in PEM (RFC 7468): OpenSSL's older forms, and PKCS#8 (RFC 5208, RFC 5958). */
export interface PemFile {
  readonly text: string;
  readonly isEncrypted: boolean;
}

const labels = /^-----BEGIN ((?:RSA |EC |DSA )?PRIVATE KEY|ENCRYPTED PRIVATE KEY)-----$/m;

/** Null where it is something else. */
export function parsePemFile(text: string): PemFile | null {
  const label = labels.exec(text)?.[1];
  if (label === undefined) return null;
  return { text, isEncrypted: label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/m.test(text) };
}

/** Iterations of a key derivation that take about 1 s here; OpenSSL and ssh-keygen take 2048. */
const maxIterations = 5_000_000;

/** Whether its encryption (PBES1, PBES2: RFC 8018; scrypt: RFC 7914) has a work factor that would hold the program up. */
export function isCostly({ text }: PemFile): boolean {
  const body = /-----BEGIN ENCRYPTED PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/.exec(text)?.[1];
  const factors = derIntegers(Buffer.from(body ?? '', 'base64'));
  return factors.some((factor) => factor.length > 4 || factor.readUIntBE(0, factor.length) > maxIterations);
}

export function openPemFile({ text, isEncrypted }: PemFile, passphrase: string | null): Opening {
  const key = read(text, passphrase);
  if (key === null) return isEncrypted ? wrongPassphrase : damaged;
  try {
    const blob = publicBlobOf(key);
    return blob !== null && isPairOf(key, blob) ? { kind: 'open', key } : damaged;
  } catch {
    return damaged;
  }
}

/** Passphrases that are wrong and files that are damaged look the same to OpenSSL most of the time. */
function read(text: string, passphrase: string | null): KeyObject | null {
  try {
    return createPrivateKey({ key: text, format: 'pem', ...(passphrase === null ? {} : { passphrase }) });
  } catch {
    return null;
  }
}
