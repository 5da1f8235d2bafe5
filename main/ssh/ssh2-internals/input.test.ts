import { readFileSync } from 'node:fs';
import { Client, type ConnectConfig } from 'ssh2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { keepsNoInput } from './input.ts';
import { startRekey } from './packets.ts';
import { run } from './testing/logged-in-client.ts';

type Parse = (bytes: Buffer, start: number, end: number) => void;

/** Cuts packets in all places, bytes: within their heads, within their ends, and of many packets at once. */
const cuts = [3, 1, 17, 4096, 2, 30_000, 5, 65_536, 11, 100_000];

/**
 * A client that is logged in to a real sshd and reads in pieces, each of which is overwritten right after it was read,
 * if the client is said to keep nothing of it. `lent`: of how many that was said, of all.
 */
async function logInLending(options: ConnectConfig) {
  const sshd = await startSshd({ config: ['Ciphers +aes128-cbc'] });
  onTestFinished(() => sshd.stop());
  const client = new Client();
  onTestFinished(() => {
    client.destroy();
  });
  const ready = new Promise((resolve, reject) => client.on('ready', () => resolve(null)).on('error', reject));
  const { port, userName: username } = sshd;
  client.connect({ host: '127.0.0.1', port, username, privateKey: readFileSync(sshd.clientKey), ...options });

  let pieces = 0;
  let lent = 0;
  const protocol = (client as unknown as { readonly _protocol: { parse: Parse } })._protocol;
  const parse = protocol.parse.bind(protocol);
  protocol.parse = (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      // The server's version has to come whole.
      const length = pieces === 0 ? bytes.length : (cuts[pieces % cuts.length] ?? 1);
      const piece = Buffer.from(bytes.subarray(at, at + length));
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

const cat = 'head -c 1500000 /dev/zero | tr "\\0" x; cat';

describe('keepsNoInput', () => {
  it.each([
    ['aes128-gcm@openssh.com', 'none', 'hmac-sha2-256'],
    ['aes256-gcm@openssh.com', 'zlib@openssh.com', 'hmac-sha2-256'],
    ['aes256-ctr', 'none', 'hmac-sha2-256-etm@openssh.com'],
    ['aes128-ctr', 'zlib@openssh.com', 'hmac-sha1'],
    ['aes128-cbc', 'none', 'hmac-sha2-512'],
    ['chacha20-poly1305@openssh.com', 'none', 'hmac-sha2-256'],
  ] as const)('is right about %s, compression %s, %s, over renewals of the keys', async (cipher, zip, mac) => {
    const { client, lent } = await logInLending({
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

    expect(first.output().replace(/x+/, ({ length }) => `${length}:`)).toBe('1500000:during\n');
    expect(second.output().replace(/x+/, ({ length }) => `${length}:`)).toBe('1500000:after\n');
    if (cipher === 'chacha20-poly1305@openssh.com') expect(lent()).toBe(0);
    else expect(lent()).toBeGreaterThan(0.5);
  });
});
