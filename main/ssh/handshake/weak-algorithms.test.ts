import { afterEach, describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { tryTransport } from '../testing/transport-trial.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A connection to a real sshd with these lines of configuration; what it asks is answered with `kind`. */
async function connect(config: string, kind: 'accept-once' | 'cancel', profile: Partial<Profile> = {}) {
  const sshd = await startSshd({ config: config.split('\n'), hostKeyTypes: ['rsa', 'ed25519', 'dsa'] });
  cleanups.push(sshd.stop);
  return tryTransport({
    profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...profile },
    answer: () => ({ kind }),
  });
}

const weakServers = [
  ['KexAlgorithms diffie-hellman-group1-sha1', 'key exchange', 'diffie-hellman-group1-sha1', 'Logjam'],
  ['KexAlgorithms diffie-hellman-group14-sha1', 'key exchange', 'diffie-hellman-group14-sha1', 'SHA-1'],
  ['KexAlgorithms diffie-hellman-group-exchange-sha1', 'key exchange', 'diffie-hellman-group-exchange-sha1', 'SHA-1'],
  ['HostKeyAlgorithms ssh-rsa', 'host key', 'ssh-rsa', 'SHA-1'],
  ['Ciphers 3des-cbc', 'cipher', '3des-cbc', 'Sweet32'],
  ['Ciphers aes256-cbc', 'cipher', 'aes256-cbc', 'CBC'],
  ['HostKeyAlgorithms ssh-dss', 'host key', 'ssh-dss', '1024 bits'],
  ['Ciphers aes128-ctr\nMACs hmac-md5', 'MAC', 'hmac-md5', 'MD5'],
  ['Ciphers aes128-ctr\nMACs hmac-md5-96', 'MAC', 'hmac-md5-96', 'MD5'],
  ['Ciphers aes128-ctr\nMACs hmac-sha1-96', 'MAC', 'hmac-sha1-96', '96 bits'],
] as const;

describe('a server that has weak algorithms only', () => {
  it.each(weakServers)('is a question before the login, with the reason: %s', async (config, role, name, reason) => {
    const trial = await connect(config, 'accept-once');
    await trial.opened();
    expect(trial.prompts).toEqual([
      {
        kind: 'weak-algorithms',
        host: '127.0.0.1',
        port: expect.any(Number),
        algorithms: [{ role, name, why: expect.stringContaining(reason) }],
      },
    ]);
    expect(trial.log()).toContain(`Below the line "warn below here": ${name}.`);
    trial.transport.close();
  });

  it('is asked about once, with all that is weak, and nothing is sent to it if that is not wanted', async () => {
    const trial = await connect('Ciphers aes128-cbc\nHostKeyAlgorithms ssh-rsa', 'cancel');
    expect(await trial.ended()).toMatchObject({
      kind: 'refused',
      failure: { code: 'cancelled', retryable: false, message: expect.stringContaining('ssh-rsa, aes128-cbc') },
    });
    expect(trial.prompts).toHaveLength(1);
    expect(trial.count('authenticating')).toBe(0);
    expect(trial.log()).not.toContain('Host key: ');
  });

  it('is asked about where the settings put what it has below the line', async () => {
    const trial = await connect('Ciphers aes128-ctr', 'cancel', { cipherOrder: ['aes256-ctr', 'WARN', 'aes128-ctr'] });
    await trial.ended();
    expect(trial.prompts).toMatchObject([{ algorithms: [{ why: 'Your settings have it below the line.' }] }]);
  });

  it('is not asked about where the settings put it above the line', async () => {
    const trial = await connect('Ciphers 3des-cbc', 'cancel', { cipherOrder: ['3des-cbc', 'WARN'] });
    await trial.opened();
    expect(trial.prompts).toEqual([]);
    trial.transport.close();
  });

  it('goes on with what was accepted when the keys are renewed, and asks no more', async () => {
    const config = 'Ciphers aes256-cbc\nKexAlgorithms diffie-hellman-group14-sha1\nRekeyLimit 64K';
    const trial = await connect(config, 'accept-once', { remoteCommand: 'head -c 300000 /dev/zero | tr "\\0" x' });
    expect(await trial.ended()).toMatchObject({ kind: 'exited', code: 0 });
    expect(trial.output()).toHaveLength(300_000);
    expect(trial.log().split('The keys were renewed.').length).toBeGreaterThan(3);
    expect(trial.prompts).toHaveLength(1);
  });
});

it('is never asked about where the server has something better too', async () => {
  const config = 'Ciphers 3des-cbc,aes256-ctr\nKexAlgorithms diffie-hellman-group1-sha1,ecdh-sha2-nistp384';
  const trial = await connect(config, 'cancel');
  await trial.opened();
  expect(trial.prompts).toEqual([]);
  expect(trial.events.find(({ kind }) => kind === 'negotiated')).toMatchObject({
    negotiated: {
      serverVersion: expect.stringMatching(/^SSH-2\.0-OpenSSH/),
      kex: 'ecdh-sha2-nistp384',
      postQuantum: false,
      hostKey: 'ssh-ed25519',
      cipherOut: 'aes256-ctr',
      macIn: 'hmac-sha2-256-etm@openssh.com',
      compressionOut: 'none',
    },
  });
  expect(trial.log()).toContain('The key exchange is not post-quantum');
  trial.transport.close();
});
