import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SecretKey, secretId } from '#contract/secret.ts';
import { createKeyring } from '../testing/keyring.ts';
import { createSecrets } from './secrets.ts';
import { createVault } from './vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ada: SecretKey = { kind: 'password', user: 'ada', host: 'web', port: 22 };
const rsa: SecretKey = { kind: 'passphrase', key: 'SHA256:x', file: '~/.ssh/id_rsa' };
const file = () => join(folder, 'secrets.json');
const open = (keyring = createKeyring(), platform: NodeJS.Platform = 'linux') =>
  createSecrets({ folder, vault: createVault(keyring, platform), wallClock: () => 1_000 });

describe('saved secrets', () => {
  it('are found in the next run, encrypted in a file of their own, with the name of the vault', async () => {
    const keyring = createKeyring();
    expect(await open(keyring).save(ada, 'hunter2')).toMatchObject({ ok: true });
    expect(await open(keyring).save(rsa, 'sésame')).toMatchObject({ ok: true });
    expect(await open(keyring).find(ada)).toBe('hunter2');
    expect(await open(keyring).find(rsa)).toBe('sésame');
    expect(await open(keyring).find({ ...ada, port: 2222 })).toBeNull();
    expect(await open(keyring).report()).toEqual({
      vault: { kind: 'ready', backend: 'gnome_libsecret' },
      secrets: [ada, rsa].map((key) => ({ id: secretId(key), key, backend: 'gnome_libsecret', at: 1_000 })),
    });
    expect(readFileSync(file(), 'utf8')).not.toMatch(/hunter2|sésame/);
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('take the place of what was saved before, and are gone once removed', async () => {
    const keyring = createKeyring();
    const secrets = open(keyring);
    await secrets.save(ada, 'old');
    await secrets.save(ada, 'new');
    expect(await secrets.find(ada)).toBe('new');
    expect(secrets.remove(secretId(ada))).toMatchObject({ ok: true });
    expect(await open(keyring).report()).toMatchObject({ secrets: [] });
  });

  it('stay where another vault cannot decrypt them', async () => {
    const keyring = createKeyring();
    await open(keyring).save(ada, 'hunter2');
    expect(await open(createKeyring()).find(ada)).toBeNull();
    await open(createKeyring()).save(rsa, 'other');
    expect(await open(keyring).find(ada)).toBe('hunter2');
  });

  it.each(['basic_text', 'unknown'] as const)('are refused where the backend is %s', async (backend) => {
    const secrets = open(createKeyring(backend));
    expect(await secrets.canSave()).toBe(false);
    expect(await secrets.save(ada, 'hunter2')).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('no keyring') },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are refused, and not asked for, where the vault is not available', async () => {
    const keyring = { ...createKeyring(), isAsyncEncryptionAvailable: () => Promise.reject(new Error('locked')) };
    expect(await open(keyring, 'darwin').report()).toMatchObject({ vault: { kind: 'missing' } });
  });

  it('are named by the system where it has one vault', async () => {
    expect((await open(createKeyring('basic_text'), 'win32').report()).vault).toEqual({
      kind: 'ready',
      backend: 'dpapi',
    });
  });

  it('never stop the program: a damaged file is kept aside when one is saved', async () => {
    writeFileSync(file(), '{"schemaVersion": 1, "secr');
    const secrets = open();
    expect(await secrets.find(ada)).toBeNull();
    await secrets.save(ada, 'hunter2');
    expect(readdirSync(folder).sort()).toEqual(['secrets.json', 'secrets.json.corrupt-1000']);
  });

  it('leave a newer file alone, and carry along what they cannot read', async () => {
    const newer = '{"schemaVersion": 2, "secrets": []}';
    writeFileSync(file(), newer);
    expect(await open().save(ada, 'hunter2')).toMatchObject({ ok: false, failure: { code: 'storage-newer' } });
    expect(readFileSync(file(), 'utf8')).toBe(newer);

    const odd = { key: { kind: 'token' }, data: 'x' };
    writeFileSync(file(), JSON.stringify({ schemaVersion: 1, secrets: [odd] }));
    await open().save(ada, 'hunter2');
    expect(JSON.parse(readFileSync(file(), 'utf8')).secrets[0]).toEqual(odd);
  });
});
