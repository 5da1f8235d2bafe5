import { createHash } from 'node:crypto';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { createMlKem768 } from 'mlkem';
import { afterEach, describe, expect, it } from 'vitest';
import { type HybridServerOptions, hybridServer } from '../testing/hybrid-server.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { mlkem768x25519 } from './hybrid-exchange.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function connect(options: HybridServerOptions = {}) {
  const peer = await startSshPeer({
    onConnection: await hybridServer(options),
    onSession: (session) =>
      session
        .on('pty', (accept) => accept())
        .on('shell', (accept) => {
          const channel = accept();
          channel.on('data', (bytes: Buffer) => channel.write(bytes));
        }),
  });
  cleanups.push(peer.stop);
  const trial = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' } });
  return { peer, trial };
}

describe('ML-KEM-768', () => {
  it('is what FIPS 203 says, by the accumulated vectors of C2SP/CCTV', () => {
    const rounds = 100;
    const [seedBytes, messageBytes, ciphertextBytes] = [64, 32, 1088];
    const each = seedBytes + messageBytes + ciphertextBytes;
    const stream = createHash('shake128', { outputLength: rounds * each }).digest();
    const results = createHash('shake128', { outputLength: 32 });
    for (let round = 0; round < rounds; round += 1) {
      const input = stream.subarray(round * each, (round + 1) * each);
      const { publicKey, secretKey } = ml_kem768.keygen(input.subarray(0, seedBytes));
      const made = ml_kem768.encapsulate(publicKey, input.subarray(seedBytes, seedBytes + messageBytes));
      expect(Buffer.from(ml_kem768.decapsulate(made.cipherText, secretKey))).toEqual(Buffer.from(made.sharedSecret));
      results.update(publicKey).update(made.cipherText).update(made.sharedSecret);
      results.update(ml_kem768.decapsulate(input.subarray(-ciphertextBytes), secretKey));
    }
    expect(results.digest('hex')).toBe('1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415');
  });

  it('agrees with another implementation, both ways', async () => {
    const other = await createMlKem768();
    const ours = ml_kem768.keygen();
    const [ciphertext, secret] = other.encap(ours.publicKey);
    expect(Buffer.from(ml_kem768.decapsulate(ciphertext, ours.secretKey))).toEqual(Buffer.from(secret));
    const [theirKey, theirSecret] = other.generateKeyPair();
    const made = ml_kem768.encapsulate(theirKey);
    expect(Buffer.from(other.decap(made.cipherText, theirSecret))).toEqual(Buffer.from(made.sharedSecret));
  });
});

describe('mlkem768x25519-sha256', () => {
  it('sends 1216 bytes and refuses a reply of another length, or of a point without an order', () => {
    expect(mlkem768x25519().publicValue()).toHaveLength(1184 + 32);
    expect(() => mlkem768x25519().sharedSecret(Buffer.alloc(1119))).toThrow('length');
    expect(() => mlkem768x25519().sharedSecret(Buffer.alloc(1120))).toThrow();
  });

  it('is agreed on first, stated as post-quantum, and carries a session through renewals of the keys', async () => {
    const { peer, trial } = await connect({ others: ['curve25519-sha256'] });
    await trial.opened();
    expect(trial.log()).toContain('Key exchange: mlkem768x25519-sha256\nThe key exchange is post-quantum');
    expect(trial.events.find(({ kind }) => kind === 'negotiated')).toMatchObject({
      negotiated: { kex: 'mlkem768x25519-sha256', postQuantum: true },
    });
    for (const round of [2, 3]) {
      peer.connections[0]?.rekey();
      await expect.poll(peer.handshakes).toBe(round);
      trial.transport.write(Buffer.from(`round ${round} `));
      await expect.poll(trial.output).toContain(`round ${round}`);
    }
    expect(trial.count('ended')).toBe(0);
    trial.transport.close();
  });

  it('connects to a server that has nothing else', async () => {
    const { trial } = await connect();
    await trial.opened();
    trial.transport.close();
  });

  it.each([
    ['is cut short', (reply: Buffer) => reply.subarray(1)],
    ['has a bit turned in the ciphertext', (reply: Buffer) => Buffer.concat([flipped(reply), reply.subarray(1)])],
  ])('ends the connection with a sentence where the reply %s', async (_name, spoil) => {
    const { trial } = await connect({ spoil });
    expect(await trial.ended()).toMatchObject({ kind: 'refused', failure: { code: 'protocol-error' } });
    expect(trial.count('authenticating')).toBe(0);
  });
});

const flipped = (bytes: Buffer) => Buffer.from([(bytes[0] ?? 0) ^ 1]);
