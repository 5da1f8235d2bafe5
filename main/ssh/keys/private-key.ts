import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import { stringsOf } from '../encoding.ts';
import { derSequence } from './der.ts';
import { publicBlobOf } from './public-key.ts';

/**
 * The private key from a public one's encoding and the private numbers that belong to it, in the order in which PuTTY
 * keeps them: RSA d, p, q; DSA x; ECDSA the exponent; Ed25519 the seed. Null where they make no key, or not this one's.
 */
export function privateKeyFrom(publicBlob: Uint8Array, privateNumbers: readonly Buffer[]): KeyObject | null {
  const [type = '', ...publicNumbers] = stringsOf(publicBlob);
  try {
    const key = assemble(type.toString(), publicNumbers, privateNumbers);
    return key !== null && isPairOf(key, publicBlob) ? key : null;
  } catch {
    return null; // the crypto library refuses numbers that fit no key
  }
}

/** Whether a private key has this public one and signs for it: a single wrong bit leaks an RSA key by its signature. */
export function isPairOf(key: KeyObject, publicBlob: Uint8Array): boolean {
  if (publicBlobOf(key)?.equals(publicBlob) !== true) return false;
  if (key.asymmetricKeyType === 'dsa') return true; // BoringSSL reads DSA keys, and does not sign with them
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const probe = Buffer.from('probe');
  return verify(digest, probe, createPublicKey(key), sign(digest, probe, key));
}

function assemble(type: string, publicNumbers: readonly Buffer[], privateNumbers: readonly Buffer[]): KeyObject | null {
  switch (type) {
    case 'ssh-rsa':
      return rsaKey(publicNumbers, privateNumbers);
    case 'ssh-dss': {
      // OpenSSL's form: version, p, q, g, y, x
      const der = derSequence([Buffer.of(0), ...publicNumbers, ...privateNumbers.slice(0, 1)]);
      const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
      return createPrivateKey(`-----BEGIN DSA PRIVATE KEY-----\n${lines}\n-----END DSA PRIVATE KEY-----\n`);
    }
    case 'ssh-ed25519':
      return fromJwk({ kty: 'OKP', crv: 'Ed25519', x: base64(publicNumbers[0]), d: base64(privateNumbers[0]) });
    case 'ecdsa-sha2-nistp256':
      return ecdsaKey('P-256', 32, publicNumbers, privateNumbers);
    case 'ecdsa-sha2-nistp384':
      return ecdsaKey('P-384', 48, publicNumbers, privateNumbers);
    case 'ecdsa-sha2-nistp521':
      return ecdsaKey('P-521', 66, publicNumbers, privateNumbers);
    default:
      return null;
  }
}

function rsaKey([e, n]: readonly Buffer[], [d, p, q]: readonly Buffer[]): KeyObject | null {
  if (e === undefined || n === undefined || d === undefined || p === undefined || q === undefined) return null;
  const exponent = numberOf(d);
  const [first, second] = [numberOf(p), numberOf(q)];
  if (first < 3n || second < 3n) return null;
  return fromJwk({
    kty: 'RSA',
    e: minimal(e),
    n: minimal(n),
    d: minimal(d),
    p: minimal(p),
    q: minimal(q),
    dp: minimal(bytesOf(exponent % (first - 1n))),
    dq: minimal(bytesOf(exponent % (second - 1n))),
    qi: minimal(bytesOf(inverse(second, first))),
  });
}

/** `size`: bytes of a coordinate. */
function ecdsaKey(crv: string, size: number, [, point]: readonly Buffer[], [exponent]: readonly Buffer[]) {
  if (point?.length !== 1 + 2 * size || point[0] !== 4 || exponent === undefined) return null;
  const d = withoutZeros(exponent);
  if (d.length > size) return null;
  return fromJwk({
    kty: 'EC',
    crv,
    x: base64(point.subarray(1, 1 + size)),
    y: base64(point.subarray(1 + size)),
    d: base64(Buffer.concat([Buffer.alloc(size - d.length), d])),
  });
}

const fromJwk = (key: JsonWebKey): KeyObject => createPrivateKey({ key, format: 'jwk' });

const withoutZeros = (bytes: Buffer): Buffer => {
  const first = bytes.findIndex((byte) => byte !== 0);
  return bytes.subarray(first === -1 ? bytes.length : first);
};

const base64 = (bytes: Buffer = Buffer.alloc(0)): string => bytes.toString('base64url');

/** JWK's numbers have no leading zeros (RFC 7518, 6.3). */
const minimal = (number: Buffer): string => base64(withoutZeros(number));

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`);

function bytesOf(number: bigint): Buffer {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

/** The inverse of `number` modulo `modulus`, by Euclid's extended algorithm. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, number % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}
