import { type KeyObject, sign } from 'node:crypto';
import { encodeMpint, encodeString } from '../encoding.ts';
import { plainTypeOf } from './certificate.ts';

/** How a key signs for a login. */
export interface SignatureAlgorithm {
  /** In the request (RFC 4252, 7; RFC 8332, 3.2; for a certificate OpenSSH's PROTOCOL.certkeys). */
  readonly name: string;
  /** In the signature itself: never that of a certificate. */
  readonly signature: string;
}

/** Strongest first. `ssh-rsa` signs with SHA-1. */
const rsaSignatures = ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] as const;

/**
 * What may be tried with a key, the likeliest first. `serverTakes` is the server's `server-sig-algs` (RFC 8308, 3.1), or
 * null where it sent none: most such servers are old and know SHA-1 alone (RFC 8332, 3.3). sshd 9.2 lists more than its
 * PubkeyAcceptedAlgorithms takes.
 */
export function signatureAlgorithms(
  keyType: string,
  serverTakes: readonly string[] | null,
): readonly SignatureAlgorithm[] {
  const plain = plainTypeOf(keyType);
  if (plain !== 'ssh-rsa') return [{ name: keyType, signature: plain }];
  const suffix = keyType.slice(plain.length);
  const taken = rsaSignatures.filter((name) => serverTakes?.includes(name));
  return (serverTakes === null ? unannounced : taken).map((signature) => ({ name: signature + suffix, signature }));
}

const unannounced = ['ssh-rsa', 'rsa-sha2-512'] as const;

/** The signature's encoding (RFC 4253, 6.6; RFC 5656, 3.1.2; RFC 8709, 6). Throws where the crypto library refuses. */
export function signWith(key: KeyObject, algorithm: string, data: Uint8Array): Buffer {
  return Buffer.concat([encodeString(algorithm), encodeString(rawSignature(key, algorithm, data))]);
}

function rawSignature(key: KeyObject, algorithm: string, data: Uint8Array): Buffer {
  switch (algorithm) {
    case 'rsa-sha2-512':
      return sign('sha512', data, key);
    case 'rsa-sha2-256':
      return sign('sha256', data, key);
    case 'ssh-rsa':
      return sign('sha1', data, key);
    case 'ssh-dss':
      return sign('sha1', data, { key, dsaEncoding: 'ieee-p1363' });
    case 'ecdsa-sha2-nistp256':
      return ecdsa('sha256', data, key);
    case 'ecdsa-sha2-nistp384':
      return ecdsa('sha384', data, key);
    case 'ecdsa-sha2-nistp521':
      return ecdsa('sha512', data, key);
    default:
      return sign(null, data, key);
  }
}

function ecdsa(digest: string, data: Uint8Array, key: KeyObject): Buffer {
  const both = sign(digest, data, { key, dsaEncoding: 'ieee-p1363' });
  const half = both.length / 2;
  return Buffer.concat([encodeMpint(both.subarray(0, half)), encodeMpint(both.subarray(half))]);
}
