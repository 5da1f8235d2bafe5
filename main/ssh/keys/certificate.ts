import { createPublicKey, verify } from 'node:crypto';
import ssh2 from 'ssh2';
import { decode, encodeString, stringsOf } from '../encoding.ts';

/** An OpenSSH certificate (PROTOCOL.certkeys), read and not yet judged. */
export interface Certificate {
  /** The certified key, in the encoding of RFC 4253, 6.6. */
  readonly key: Buffer;
  /** Its type, such as `ssh-ed25519`. */
  readonly keyType: string;
  readonly serial: bigint;
  readonly kind: 'user' | 'host' | 'unknown';
  readonly keyId: string;
  readonly principals: readonly string[];
  /** Seconds since 1970: valid from the first one on, and before the second. */
  readonly validAfter: bigint;
  readonly validBefore: bigint;
  /** Names of options that whoever does not know them must not pass over. */
  readonly criticalOptions: readonly string[];
  /** The authority's public key, in the encoding of RFC 4253, 6.6. */
  readonly authority: Buffer;
  /** What the authority signed, and its signature. */
  readonly signed: Buffer;
  readonly signature: Buffer;
}

const typeSuffix = '-cert-v01@openssh.com';

export const isCertificateType = (type: string): boolean => type.endsWith(typeSuffix);

/** The type of the key that a certificate is for; another type as it is. */
export function plainTypeOf(type: string): string {
  if (!isCertificateType(type)) return type;
  const plain = type.slice(0, -typeSuffix.length);
  return plain.startsWith('sk-') ? `${plain}@openssh.com` : plain;
}

/** How many strings or mpints make up a public key of each type after its name. */
const keyFields: Readonly<Record<string, number>> = {
  'ssh-ed25519': 1,
  'ssh-rsa': 2,
  'ssh-dss': 4,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
  'sk-ssh-ed25519@openssh.com': 2,
  'sk-ecdsa-sha2-nistp256@openssh.com': 3,
};

/** Reads a certificate; null if it is none, of a type that is not known here, or broken. Never throws. */
export const parseCertificate = (blob: Uint8Array): Certificate | null =>
  decode(blob, (reader): Certificate | null => {
    const type = reader.text();
    const keyType = plainTypeOf(type);
    const fields = keyFields[keyType];
    if (!isCertificateType(type) || fields === undefined) return null;
    reader.string(); // the nonce
    const numbers = Array.from({ length: fields }, () => encodeString(reader.string()));
    const certificate = {
      key: Buffer.concat([encodeString(keyType), ...numbers]),
      keyType,
      serial: reader.uint64(),
      kind: ([null, 'user', 'host'] as const)[reader.uint32()] ?? ('unknown' as const),
      keyId: reader.text(),
      principals: stringsOf(reader.string()).map((name) => name.toString('utf8')),
      validAfter: reader.uint64(),
      validBefore: reader.uint64(),
      criticalOptions: stringsOf(reader.string())
        .filter((_, index) => index % 2 === 0)
        .map((name) => name.toString('utf8')),
    };
    reader.string(); // extensions, which may be passed over
    reader.string(); // reserved
    const authority = reader.string();
    const signed = Buffer.from(blob).subarray(0, reader.position());
    const signature = reader.string();
    return reader.isAtEnd() ? { ...certificate, authority, signed, signature } : null;
  });

/** Hashes of the signatures that an authority may make; SHA-1 is none of them, as in OpenSSH since 8.2. */
const hashes: Readonly<Record<string, string | null>> = {
  'ssh-ed25519': null,
  'rsa-sha2-512': 'sha512',
  'rsa-sha2-256': 'sha256',
  'ecdsa-sha2-nistp256': 'sha256',
  'ecdsa-sha2-nistp384': 'sha384',
  'ecdsa-sha2-nistp521': 'sha512',
};

/** Whether the authority that it names has signed it. */
export function isSignedByItsAuthority({ authority, signed, signature }: Certificate): boolean {
  try {
    return isSignatureOf(authority, signed, signature);
  } catch {
    return false;
  }
}

/** Verifies a signature in SSH's encoding (RFC 4253, 6.6); throws, or is false, where it or the key is broken. */
function isSignatureOf(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const [name, value] = stringsOf(signature);
  const algorithm = name?.toString('latin1') ?? '';
  const hash = hashes[algorithm];
  const parsed = ssh2.utils.parseKey(Buffer.from(key));
  if (value === undefined || hash === undefined || parsed instanceof Error) return false;
  if (algorithm.replace(/^rsa-sha2-.*/, 'ssh-rsa') !== parsed.type) return false;
  const publicKey = createPublicKey(parsed.getPublicPEM());
  if (!algorithm.startsWith('ecdsa')) return verify(hash, signed, publicKey, value);
  const parts = stringsOf(value);
  // RFC 5656, 3.1.2: r and s as mpints; here as two numbers of the curve's size.
  const size = Math.ceil(Number(algorithm.slice(-3)) / 8);
  const fixed = (part: Buffer | undefined) =>
    (part ?? Buffer.alloc(0))
      .toString('hex')
      .replace(/^(00)+/, '')
      .padStart(size * 2, '0');
  const raw = Buffer.from(fixed(parts[0]) + fixed(parts[1]), 'hex');
  return parts.length === 2 && verify(hash, signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, raw);
}
