import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certifyHost, type HostCertificateOptions } from '../../../e2e/lab/host-certificate.ts';
import { type KeyPair, type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';
import { createHostKeyPolicy } from './known-hosts-policy.ts';

const cleanups: (() => unknown)[] = [];
let folder: string;
let authority: KeyPair;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-certificates-'));
  authority = await makeKeyPair(folder, 'authority');
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  rmSync(folder, { recursive: true });
});

interface Scene {
  readonly certificate?: HostCertificateOptions;
  readonly types?: readonly KeyType[];
  readonly config?: readonly string[];
  readonly command?: string;
  /** Lines of known_hosts; default: the authority, for every host. */
  readonly known?: (keys: { readonly authority: KeyPair; readonly host: KeyPair }) => string;
}

/** A connection to a real sshd whose host keys the authority has certified; whatever is asked is cancelled. */
async function connect({ certificate, types = ['ed25519'], config = [], known, command = '' }: Scene) {
  const sshd = await startSshd({
    config,
    hostKeyTypes: types,
    certify: (key) => certifyHost(authority, key, certificate),
  });
  cleanups.push(sshd.stop);
  const file = join(folder, 'known_hosts');
  writeFileSync(file, known?.({ authority, host: sshd.hostKey }) ?? `@cert-authority * ${authority.publicLine}\n`);
  const hostKeys = createHostKeyPolicy({
    readFile: file,
    ownFile: join(folder, 'own'),
    homeDir: folder,
    onNotice: () => undefined,
  });
  const trial = tryTransport({
    profile: {
      ...{ hostName: 'localhost', portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey },
      remoteCommand: command,
    },
    dependencies: { hostKeys, clock: clockOf() },
  });
  return { sshd, trial };
}

describe('a host with a certificate', () => {
  it.each([
    ['ed25519', 'ssh-ed25519-cert-v01@openssh.com'],
    ['ecdsa', 'ecdsa-sha2-nistp256-cert-v01@openssh.com'],
    ['rsa', 'rsa-sha2-512-cert-v01@openssh.com'],
  ] as const)('of type %s is accepted without a question, and after renewals of the keys', async (type, algorithm) => {
    const { sshd, trial } = await connect({
      certificate: { principals: ['other', 'localhost'] },
      types: [type],
      config: ['RekeyLimit 64K'],
      command: 'head -c 200000 /dev/zero',
    });
    expect(await trial.ended()).toMatchObject({ kind: 'exited', code: 0 });
    expect(trial.prompts).toEqual([]);
    expect(trial.log()).toContain(`Host key algorithm: ${algorithm}`);
    expect(trial.log()).toContain('The host has a certificate of an authority that is known.');
    expect(trial.log()).toContain(sshd.hostKey.fingerprint);
    expect(trial.log()).toContain('The keys were renewed.');
  });

  it.each([
    ['diffie-hellman-group-exchange-sha256', 'rsa'],
    ['diffie-hellman-group14-sha256', 'ed25519'],
    ['ecdh-sha2-nistp521', 'rsa'],
  ] as const)('is verified in the key exchange %s too', async (kex, type) => {
    const { trial } = await connect({ types: [type], config: [`KexAlgorithms ${kex}`] });
    await trial.opened();
    expect(trial.prompts).toEqual([]);
    trial.transport.close();
  });

  it.each([
    ['has expired', { validity: '20200101:20200102' }, 'it expired on 2020-01-0'],
    ['is not valid yet', { validity: '20990101:20990102' }, 'it is not valid before'],
    ['is for other hosts', { principals: ['web.example.com', '127.0.0.1'] }, 'it is for web.example.com, 127.0.0.1'],
    ['has a critical option', { options: ['critical:new@example.com=x'] }, 'not known here: new@example.com'],
  ])('is refused without a question if it %s', async (_name, certificate, reason) => {
    const { trial } = await connect({ certificate });
    expect(await trial.ended()).toMatchObject({
      kind: 'refused',
      failure: { code: 'host-key-rejected', retryable: false, message: expect.stringContaining(reason) },
    });
    expect(trial.prompts).toEqual([]);
    expect(trial.count('authenticating')).toBe(0);
  });

  it.each([
    ['the authority', 'authority'],
    ['the key', 'host'],
  ] as const)('is refused if %s is revoked', async (_name, which) => {
    const { trial } = await connect({
      known: (keys) => `@cert-authority * ${authority.publicLine}\n@revoked * ${keys[which].publicLine}\n`,
    });
    expect(await trial.ended()).toMatchObject({
      failure: { code: 'host-key-revoked', message: expect.stringContaining('line 2 of') },
    });
  });

  it('counts by the plain key in it where its authority is recorded for other hosts alone', async () => {
    const unknown = await connect({ known: () => `@cert-authority *.example.com ${authority.publicLine}\n` });
    await unknown.trial.ended();
    expect(unknown.trial.prompts).toMatchObject([{ kind: 'unknown-host-key', keyType: 'ssh-ed25519' }]);
    expect(unknown.trial.log()).not.toContain('cert-v01');
    const other = await makeKeyPair(folder, 'other');
    const stranger = await connect({ known: () => `@cert-authority * ${other.publicLine}\n` });
    await stranger.trial.ended();
    expect(stranger.trial.prompts).toMatchObject([
      { kind: 'unknown-host-key', fingerprint: stranger.sshd.hostKey.fingerprint },
    ]);
  });
});
