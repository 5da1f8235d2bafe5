import { createHash, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';

/** Our part in one key exchange that ssh2 does not have. */
export interface HybridExchange {
  /** What we send: C_INIT. */
  readonly publicValue: () => Buffer;
  /** K, from what the server sent: S_REPLY. Throws if that is no such value. */
  readonly sharedSecret: (reply: Buffer) => Buffer;
}

/** Sizes in bytes (FIPS 203, table 3; RFC 7748, 6.1). */
const ciphertextBytes = 1088;
const curveBytes = 32;

/**
 * `mlkem768x25519-sha256` (draft-ietf-sshm-mlkem-hybrid-kex): ML-KEM-768 and X25519 side by side, so that a recording
 * stays secret as long as one of the two holds. C_INIT is the encapsulation key and X25519's public value, S_REPLY the
 * ciphertext and X25519's public value, and K, as a string, SHA-256 over both secrets.
 */
export function mlkem768x25519(): HybridExchange {
  const kem = ml_kem768.keygen();
  let { secretKey } = kem;
  const curve = generateKeyPairSync('x25519');
  const value = Buffer.concat([kem.publicKey, rawPublicKey(curve.publicKey.export({ type: 'spki', format: 'der' }))]);
  return {
    publicValue: () => value,
    sharedSecret: (reply) => {
      if (reply.length !== ciphertextBytes + curveBytes) throw new Error('S_REPLY is of the wrong length');
      const secret = ml_kem768.decapsulate(reply.subarray(0, ciphertextBytes), secretKey);
      const publicKey = x25519Key(reply.subarray(ciphertextBytes));
      // Throws where the result is zero, as RFC 7748, 6.1 asks for.
      const shared = diffieHellman({ privateKey: curve.privateKey, publicKey });
      secretKey.fill(0);
      secretKey = new Uint8Array(); // the exchange is kept for as long as its keys are in use
      return createHash('sha256').update(secret).update(shared).digest();
    },
  };
}

/** What comes before the 32 bytes of a key in SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');

const rawPublicKey = (spki: Buffer) => spki.subarray(-curveBytes);

const x25519Key = (raw: Buffer) =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });

/** By SSH's names. */
export const hybridExchanges: ReadonlyMap<string, () => HybridExchange> = new Map([
  ['mlkem768x25519-sha256', mlkem768x25519],
]);
