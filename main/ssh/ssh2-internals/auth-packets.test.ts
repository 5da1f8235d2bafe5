import { readFileSync } from 'node:fs';
import { Client } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { encodeString } from '../encoding.ts';
import * as packets from './auth-packets.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('the private surface of ssh2 that a login uses', () => {
  it('onAuthFailure tells methods and partial success', async () => {
    const sshd = await startSshd({
      config: ['AuthenticationMethods publickey,password', 'PasswordAuthentication yes'],
    });
    cleanups.push(sshd.stop);
    const client = new Client();
    const told: unknown[] = [];
    const ended = new Promise((resolve) => client.on('error', resolve));
    const privateKey = readFileSync(sshd.clientKey);
    client.connect({ host: '127.0.0.1', port: sshd.port, username: sshd.userName, privateKey });
    packets.onAuthFailure(client, (methods, partial) => told.push([methods, partial]));
    await ended;
    expect(told).toEqual([
      [['publickey'], false],
      [['password'], true],
    ]);
  });
  it('onServerSignatures tells what the server takes in a login', async () => {
    const sshd = await startSshd();
    cleanups.push(sshd.stop);
    const client = new Client();
    cleanups.push(() => client.destroy());
    const told = new Promise<readonly string[]>((resolve) => {
      client.on('error', () => {}).connect({ host: '127.0.0.1', port: sshd.port, username: 'ada' });
      packets.onServerSignatures(client, resolve);
    });
    expect(await told).toContain('rsa-sha2-512');
  });

  it('sendKeyRequest asks whether a key would do, onKeyTaken tells that it does, for a connection with a name', async () => {
    const sshd = await startSshd();
    cleanups.push(sshd.stop);
    const client = new Client();
    cleanups.push(() => client.destroy());
    const blob = Buffer.from(readFileSync(`${sshd.clientKey}.pub`, 'utf8').split(' ')[1] ?? '', 'base64');
    const fields = [sshd.userName, 'ssh-connection', 'publickey'].map(encodeString);
    const request = Buffer.concat([
      Buffer.of(50),
      ...fields,
      Buffer.of(0),
      encodeString('ssh-ed25519'),
      encodeString(blob),
    ]);
    await new Promise<void>((resolve) => {
      const authHandler = () => packets.sendKeyRequest(client, request);
      client.connect({ host: '127.0.0.1', port: sshd.port, username: sshd.userName, authHandler });
      packets.onKeyTaken(client, resolve);
    });
    expect(packets.sessionIdOf(client).length).toBeGreaterThanOrEqual(32);
  });
});
