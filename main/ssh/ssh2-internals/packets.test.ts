import { createRequire } from 'node:module';
import { Client } from 'ssh2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { isExchangingKeys, onDisconnect, sendIgnore, startRekey } from './packets.ts';
import { logInToSshd, run } from './testing/logged-in-client.ts';

const handshakesOf = (client: Client) => {
  let count = 0;
  client.on('handshake', () => {
    count += 1;
  });
  return () => count;
};

describe("packets beside ssh2's own", () => {
  it('is of the version that this was written for', () => {
    const { version } = createRequire(import.meta.url)('ssh2/package.json') as { version: string };
    expect(version).toBe('1.17.0');
  });

  it('sendIgnore leaves a session intact, also amid renewals of the keys by either side', async () => {
    const client = await logInToSshd(['RekeyLimit 64K']);
    const handshakes = handshakesOf(client);
    const command = await run(client, 'head -c 2000000 /dev/zero | tr "\\0" x; echo; echo done');
    const sender = setInterval(() => sendIgnore(client), 1);
    client.on('handshake', () => sendIgnore(client));
    await command.closed;
    clearInterval(sender);
    expect(command.output()).toBe(`${'x'.repeat(2_000_000)}\ndone\n`);
    expect(handshakes()).toBeGreaterThan(5);
  });

  it('startRekey renews the keys, and packets sent meanwhile wait for the new ones', async () => {
    const client = await logInToSshd();
    const handshakes = handshakesOf(client);
    const command = await run(client, 'cat');
    expect(isExchangingKeys(client)).toBe(false);
    startRekey(client);
    expect(isExchangingKeys(client)).toBe(true);
    sendIgnore(client);
    startRekey(client);
    command.channel.end('after\n');
    await command.closed;
    expect([command.output(), handshakes()]).toEqual(['after\n', 1]);
    expect(isExchangingKeys(client)).toBe(false);
  });

  it('sendIgnore works with compression, during a renewal of the keys too', async () => {
    const client = await logInToSshd([], { algorithms: { compress: ['zlib@openssh.com'] } });
    const command = await run(client, 'cat');
    sendIgnore(client);
    startRekey(client);
    sendIgnore(client);
    command.channel.end('after\n');
    await command.closed;
    expect(command.output()).toBe('after\n');
  });

  it('onDisconnect tells what ssh2 swallows: a server that ends by application', async () => {
    const peer = await startSshPeer();
    onTestFinished(() => peer.stop());
    const client = new Client();
    const told = new Promise((resolve) => {
      client.on('ready', () => peer.connections[0]?.end()).on('error', () => {});
      client.connect({ host: '127.0.0.1', port: peer.port, username: 'ada' });
      onDisconnect(client, (reason, text) => resolve([reason, text]));
    });
    expect(await told).toEqual([11, '']);
  });
});
