import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { Client, type ConnectConfig } from 'ssh2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { keepsNoInput, readVersionInPieces } from './input.ts';
import { agreedOn, setOffer } from './key-exchange.ts';
import { startRekey } from './packets.ts';
import { run } from './testing/logged-in-client.ts';

/** Whether npm has compiled ssh2's own ciphers, as its versions before 11 do where there is a compiler. */
const { bindingAvailable: isCompiled } = createRequire(import.meta.url)('ssh2/lib/protocol/crypto.js') as {
  readonly bindingAvailable: boolean;
};

type Parse = (bytes: Buffer, start: number, end: number) => void;

/** Pieces as they come, and cut in all places, bytes: within heads and ends of packets, and of many packets at once. */
const asTheyCome = [100_000] as const;
const cutUp = [3, 1, 7, 4096, 2, 30_000, 5, 65_536, 11, 100_000];

/**
 * A client that is logged in to a real sshd and reads in pieces, each of which is overwritten right after it was read,
 * if the client is said to keep nothing of it. `lent`: of how many that was said, of all.
 */
async function logInLending(cuts: readonly number[], options: ConnectConfig) {
  const sshd = await startSshd({ config: ['Ciphers +aes128-cbc'] });
  onTestFinished(() => sshd.stop());
  const client = new Client();
  onTestFinished(() => {
    client.destroy();
  });
  const ready = new Promise((resolve, reject) => client.on('ready', () => resolve(null)).on('error', reject));
  const { port, userName: username } = sshd;
  client.connect({ host: '127.0.0.1', port, username, privateKey: readFileSync(sshd.clientKey), ...options });

  readVersionInPieces(client);

  let pieces = 0;
  let lent = 0;
  const protocol = (client as unknown as { readonly _protocol: { parse: Parse } })._protocol;
  const parse = protocol.parse.bind(protocol);
  protocol.parse = (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      const piece = Buffer.from(bytes.subarray(at, at + (cuts[pieces % cuts.length] ?? 1)));
      at += piece.length;
      pieces += 1;
      const isLent = keepsNoInput(client);
      parse(piece, 0, piece.length);
      if (isLent) piece.fill(0xff);
      if (isLent) lent += 1;
    }
  };
  await ready;
  return { client, lent: () => lent / pieces };
}

const cat = 'head -c 400000 /dev/zero | tr "\\0" x; cat';

describe.each([
  ['in pieces', cutUp],
  ['as it comes', asTheyCome],
] as const)('keepsNoInput, of what is read %s', (_how, cuts) => {
  it.each([
    ['aes128-gcm@openssh.com', 'none', 'hmac-sha2-256'],
    ['aes256-gcm@openssh.com', 'zlib@openssh.com', 'hmac-sha2-256'],
    ['aes256-ctr', 'none', 'hmac-sha2-256-etm@openssh.com'],
    ['aes128-ctr', 'zlib@openssh.com', 'hmac-sha1'],
    ['aes128-cbc', 'none', 'hmac-sha2-512'],
    ['chacha20-poly1305@openssh.com', 'none', 'hmac-sha2-256'],
  ] as const)('is right about %s, compression %s, %s, over renewals of the keys', async (cipher, zip, mac) => {
    const { client, lent } = await logInLending(cuts, {
      readyTimeout: 0,
      algorithms: { cipher: [cipher], compress: [zip], hmac: [mac] },
    });
    const first = await run(client, cat);
    startRekey(client);
    first.channel.end('during\n'); // waits for the new keys
    await first.closed;
    const second = await run(client, cat);
    second.channel.end('after\n');
    await second.closed;

    expect(first.output().replace(/x+/, ({ length }) => `${length}:`)).toBe('400000:during\n');
    expect(second.output().replace(/x+/, ({ length }) => `${length}:`)).toBe('400000:after\n');
    if (isCompiled || cipher === 'chacha20-poly1305@openssh.com') expect(lent()).toBe(0);
    else expect(lent()).toBeGreaterThan(0.5);
  });
});

describe('keepsNoInput', () => {
  it('is right while one cipher follows another, and compression comes and goes', async () => {
    const ciphers = ['chacha20-poly1305@openssh.com', 'aes128-gcm@openssh.com', 'aes256-ctr', 'aes128-cbc'] as const;
    const { client } = await logInLending(cutUp, { readyTimeout: 0, algorithms: { cipher: [ciphers[1]] } });
    const command = await run(client, 'while read name; do head -c 100000 /dev/zero | tr "\\0" x; echo "$name"; done');
    let expected = '';
    for (const [at, cipher] of [...ciphers, ...ciphers].entries()) {
      const renewed = once(client, 'handshake');
      setOffer(client, {
        ...{ kex: ['curve25519-sha256'], hostKey: ['ssh-ed25519'], cipher: [cipher], mac: ['hmac-sha2-256'] },
        compression: [at % 3 === 0 ? 'zlib@openssh.com' : 'none'],
      });
      startRekey(client);
      command.channel.write(`${cipher}\n`); // waits for the new keys
      await renewed;
      expect(agreedOn(client)?.cs.cipher).toBe(cipher);
      expected += `100000:${cipher}\n`;
      await expect.poll(() => command.output().replace(/x{2,}/g, ({ length }) => `${length}:`)).toBe(expected);
    }
    command.channel.end();
    await command.closed;
  });
});

describe('readVersionInPieces', () => {
  it.each([1, 2, 5])('takes a version, and lines before it, of %i bytes at a time', async (size) => {
    const client = new Client();
    const stream = new PassThrough();
    onTestFinished(() => {
      client.destroy();
    });
    const greetings: string[] = [];
    const asked = new Promise((resolve) => client.on('greeting', (text) => resolve(greetings.push(text))));
    client.on('error', () => undefined);
    client.connect({ sock: stream, username: 'ada' });
    readVersionInPieces(client);
    const { _protocol: protocol } = client as unknown as { readonly _protocol: { readonly parse: Parse } };
    const sent = Buffer.from('Welcome to this host.\r\nIt is slow.\r\nSSH-2.0-Slow_1\r\n');
    for (let at = 0; at < sent.length; at += size) {
      const piece = sent.subarray(at, at + size);
      protocol.parse(piece, 0, piece.length);
    }
    await asked;
    expect(greetings).toEqual(['Welcome to this host.\r\nIt is slow.\r\n']);
  });
});
