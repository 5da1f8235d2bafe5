import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyPair, type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { makePpk } from '../../../e2e/lab/ppk.ts';
import { findProgram, requireProgram } from '../../../e2e/lab/programs.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type KeyFile, readKeyFile } from './key-file.ts';
import { publicBlobOf } from './public-key.ts';

let folder: string;
let keys: Readonly<Record<string, KeyPair>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-formats-'));
  const made = await Promise.all(
    kinds.map(({ name, type, bits }) =>
      makeKeyPair(folder, name, { type, comment: 'ada@home', ...(bits && { bits }) }),
    ),
  );
  keys = Object.fromEntries(kinds.map(({ name }, index) => [name, made[index] as KeyPair]));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const kinds: readonly { readonly name: string; readonly type: KeyType; readonly bits?: number }[] = [
  { name: 'rsa', type: 'rsa', bits: 2048 },
  { name: 'dsa', type: 'dsa' },
  { name: 'ecdsa-256', type: 'ecdsa', bits: 256 },
  { name: 'ecdsa-384', type: 'ecdsa', bits: 384 },
  { name: 'ecdsa-521', type: 'ecdsa', bits: 521 },
  { name: 'ed25519', type: 'ed25519' },
];
const phrase = 'geheim und länger';
const keyOf = (name: string) => keys[name] as KeyPair;

async function read(file: string): Promise<Extract<KeyFile, { readonly kind: 'private' }>> {
  const result = await readKeyFile(file);
  if (!result.ok || result.value.kind !== 'private') throw new Error(JSON.stringify(result));
  return result.value;
}

/** The fingerprint of the key that a passphrase brings to light, or what came instead. */
async function openedWith(file: string, passphrase: string): Promise<string> {
  const opening = await (await read(file)).open(passphrase);
  return opening.kind === 'open' ? fingerprintOf(publicBlobOf(opening.key) ?? Buffer.alloc(0)) : opening.kind;
}

/** A file of the same key, written by ssh-keygen in another form. */
async function rewritten(name: string, as: string, ...options: readonly string[]): Promise<string> {
  const file = join(folder, `${name}-${as}`);
  await copyFile(keyOf(name).file, file);
  execFileSync(requireProgram('ssh-keygen'), ['-q', '-p', '-P', '', '-f', file, ...options]);
  return file;
}

const forms = ['RFC4716', 'PEM', 'PKCS8'] as const; // the first is OpenSSH's own
const written = forms.flatMap((form) =>
  kinds.filter(({ type }) => form === 'RFC4716' || type !== 'ed25519').map(({ name }) => ({ form, name })),
);

describe('a key file of ssh-keygen', { timeout: 60_000 }, () => {
  it.each(written)('is read: $name in $form', async ({ form, name }) => {
    const plain = await rewritten(name, form, '-N', '', '-m', form);
    expect(await openedWith(plain, '')).toBe(keyOf(name).fingerprint);
    const encrypted = await rewritten(name, `${form}-encrypted`, '-N', phrase, '-m', form, '-a', '1');
    expect(await openedWith(encrypted, 'wrong')).toBe('wrong-passphrase');
    expect(await openedWith(encrypted, '')).toBe('wrong-passphrase');
    expect(await openedWith(encrypted, phrase)).toBe(keyOf(name).fingerprint);
  });

  it('tells its public part and comment before the passphrase is known', async () => {
    const own = await makeKeyPair(folder, 'own', { passphrase: phrase, comment: 'ada@home' });
    const older = await makeKeyPair(folder, 'older', {
      type: 'ecdsa',
      format: 'PEM',
      passphrase: phrase,
      comment: 'old',
    });
    expect((await read(own.file)).publicKey).toMatchObject({ type: 'ssh-ed25519', comment: 'ada@home' });
    expect((await read(older.file)).publicKey).toMatchObject({ type: 'ecdsa-sha2-nistp256', comment: 'old' });
    await rm(`${own.file}.pub`);
    await rm(`${older.file}.pub`);
    expect((await read(own.file)).publicKey).toMatchObject({ type: 'ssh-ed25519', comment: '' });
    expect((await read(older.file)).publicKey).toBeNull();
  });

  it('is read in PKCS#8 of Ed25519 too, which OpenSSL writes', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const [plain, encrypted] = [join(folder, 'ed-pkcs8'), join(folder, 'ed-pkcs8-encrypted')];
    await writeFile(plain, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const cipher = { cipher: 'aes-256-cbc', passphrase: phrase };
    await writeFile(encrypted, privateKey.export({ type: 'pkcs8', format: 'pem', ...cipher }));
    const fingerprint = fingerprintOf(publicBlobOf(privateKey) ?? Buffer.alloc(0));
    expect(await openedWith(plain, '')).toBe(fingerprint);
    expect(await openedWith(encrypted, phrase)).toBe(fingerprint);
    expect(await openedWith(encrypted, 'wrong')).toBe('wrong-passphrase');
  });
});

const params = ['version=2', 'kdf=argon2id', 'kdf=argon2i', 'kdf=argon2d'];

describe.skipIf(findProgram('puttygen') === null)('a key file of PuTTYgen', { timeout: 60_000 }, () => {
  it.each(kinds.flatMap(({ name, type }) => params.map((param) => ({ name, type, param }))))(
    'is read: $name with $param',
    async ({ name, type, param }) => {
      const options = { type, from: keyOf(name).file, comment: 'für PuTTY', param: `${param},time=10` };
      const plain = await makePpk(folder, `${name}-${param}.ppk`, options);
      expect(await openedWith(plain.file, '')).toBe(keyOf(name).fingerprint);
      const encrypted = await makePpk(folder, `${name}-${param}-encrypted.ppk`, { ...options, passphrase: phrase });
      const file = await read(encrypted.file);
      expect(file).toMatchObject({ isEncrypted: true, publicKey: { comment: 'für PuTTY' } });
      expect(fingerprintOf(file.publicKey?.blob ?? Buffer.alloc(0))).toBe(keyOf(name).fingerprint);
      expect(await openedWith(encrypted.file, 'wrong')).toBe('wrong-passphrase');
      expect(await openedWith(encrypted.file, phrase)).toBe(keyOf(name).fingerprint);
    },
  );

  it('is made by it from nothing as well', async () => {
    const made = await makePpk(folder, 'new.ppk', { type: 'ed25519', passphrase: phrase, param: 'time=10' });
    expect(await openedWith(made.file, phrase)).toBe(made.fingerprint);
  });

  it('is told from a damaged one where the passphrase is right', async () => {
    const made = await makePpk(folder, 'changed.ppk', { type: 'ed25519', passphrase: phrase, param: 'time=10' });
    const text = await readFile(made.file, 'utf8');
    await writeFile(made.file, text.replace('Comment: made', 'Comment: Made'));
    expect([await openedWith(made.file, 'wrong'), await openedWith(made.file, phrase)]).toEqual([
      'wrong-passphrase',
      'damaged',
    ]);
  });

  it('is refused where it asks for more work than a program should do', async () => {
    const made = await makePpk(folder, 'costly.ppk', { type: 'ed25519', passphrase: phrase, param: 'time=10' });
    const text = await readFile(made.file, 'utf8');
    for (const change of ['Argon2-Memory: 4000000', 'Argon2-Passes: 4000000', 'Argon2-Parallelism: 1000']) {
      const [name = ''] = change.split(':');
      await writeFile(made.file, text.replace(new RegExp(`${name}: \\d+`), change));
      expect(await readKeyFile(made.file)).toMatchObject({
        failure: { code: 'key-unusable', message: expect.stringContaining('asks for too much work') },
      });
    }
  });
});
