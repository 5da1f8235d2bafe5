import { createHash, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { createMlKem768 } from 'mlkem';
import type { Connection } from 'ssh2';
import type { HybridExchange } from '../handshake/hybrid-exchange.ts';
import { extendKeyExchange, setOffer } from '../ssh2-internals/key-exchange.ts';

const method = 'mlkem768x25519-sha256';

/** Bytes of ML-KEM-768's encapsulation key (FIPS 203, table 3). */
const keyBytes = 1184;

type Kem = Awaited<ReturnType<typeof createMlKem768>>;

export interface HybridServerOptions {
  /** Other methods that it offers behind the hybrid one. */
  readonly others?: readonly string[];
  /** Changes what it sends. */
  readonly spoil?: (reply: Buffer) => Buffer;
}

/**
 * For tests: gives connections of ssh2's server side `mlkem768x25519-sha256`, over an implementation of ML-KEM other
 * than the program's. Call the returned function as a connection begins.
 */
export async function hybridServer({ others = [], spoil = (reply) => reply }: HybridServerOptions = {}) {
  const kem = await createMlKem768();
  return (connection: Connection) => {
    setOffer(connection, {
      kex: [method, ...others, 'kex-strict-s-v00@openssh.com'],
      hostKey: ['ecdsa-sha2-nistp256'],
      cipher: ['aes128-gcm@openssh.com'],
      mac: ['hmac-sha2-256'],
      compression: ['none'],
    });
    extendKeyExchange(connection, {
      hybrids: new Map([[method, () => serverPart(kem, spoil)]]),
      certifiedKey: () => null,
    });
  };
}

function serverPart(kem: Kem, spoil: (reply: Buffer) => Buffer): HybridExchange {
  let reply: Buffer = Buffer.alloc(0);
  return {
    publicValue: () => reply,
    sharedSecret: (init) => {
      const [ciphertext, secret] = kem.encap(init.subarray(0, keyBytes));
      const { publicKey, privateKey } = generateKeyPairSync('x25519');
      const theirs = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), init.subarray(keyBytes)]);
      const key = createPublicKey({ key: theirs, format: 'der', type: 'spki' });
      const shared = diffieHellman({ privateKey, publicKey: key });
      reply = spoil(Buffer.concat([ciphertext, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)]));
      return createHash('sha256').update(secret).update(shared).digest();
    },
  };
}
