import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '../../../e2e/lab/certificates.ts';
import { damagedCopies } from '../../../e2e/lab/damage.ts';
import { makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { makePpk } from '../../../e2e/lab/ppk.ts';
import { findProgram } from '../../../e2e/lab/programs.ts';
import { readCertificateFile } from './certificate-file.ts';
import { readKeyFile } from './key-file.ts';
import { publicBlobOf } from './public-key.ts';
import { certificateFacts, certificateProblem } from './user-certificate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-damaged-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const phrase = 'right';

/** One sentence or more for a user, with nothing of a program in it. */
const sentence = expect.stringMatching(/^(?!.*(undefined|\[object|Error:|NaN))[A-Z/].*\.$/);

/** What comes of a key file and a passphrase, or what a user reads. */
async function outcome(
  file: string,
  passphrase: string,
): Promise<{ kind: string; says?: string; blob?: Buffer | null }> {
  const read = await readKeyFile(file);
  if (!read.ok) return { kind: 'refused', says: read.failure.message };
  if (read.value.kind === 'public') return { kind: 'public' };
  const opening = await read.value.open(passphrase);
  return opening.kind === 'open' ? { kind: 'open', blob: publicBlobOf(opening.key) } : { kind: opening.kind };
}

interface Kept {
  readonly name: string;
  /** Its format says whether what is opened is what was saved. */
  readonly isSealed: boolean;
  /** Makes the file of a key. */
  readonly make: (name: string) => Promise<string>;
}

/** One round of bcrypt: the format is what counts here. */
async function opensshFile(name: string, type: 'ed25519' | 'rsa', passphrase: string): Promise<string> {
  const { file } = await makeKeyPair(folder, name, { type });
  execFileSync('ssh-keygen', ['-q', '-p', '-P', '', '-N', passphrase, '-a', '1', '-f', file]);
  return file;
}

const pemFile = async (name: string, format: 'PEM' | 'PKCS8', type: 'rsa' | 'ecdsa', passphrase = '') =>
  (await makeKeyPair(folder, name, { type, format, passphrase })).file;

const ppkFile = async (name: string, param: string, passphrase: string) =>
  (await makePpk(folder, name, { type: 'ecdsa', param, passphrase })).file;

async function encryptedEd25519(name: string): Promise<string> {
  const file = join(folder, name);
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: phrase }));
  return file;
}

const kept: readonly Kept[] = [
  { name: "OpenSSH's", isSealed: true, make: (name) => opensshFile(name, 'rsa', '') },
  { name: "OpenSSH's, encrypted", isSealed: true, make: (name) => opensshFile(name, 'ed25519', phrase) },
  { name: 'PEM', isSealed: false, make: (name) => pemFile(name, 'PEM', 'ecdsa') },
  { name: 'PEM, encrypted', isSealed: false, make: (name) => pemFile(name, 'PEM', 'rsa', phrase) },
  { name: 'PKCS#8', isSealed: false, make: (name) => pemFile(name, 'PKCS8', 'rsa') },
  { name: 'PKCS#8, encrypted', isSealed: false, make: encryptedEd25519 },
];
const keptByPutty: readonly Kept[] = [
  { name: 'PPK 2', isSealed: true, make: (name) => ppkFile(name, 'version=2', '') },
  { name: 'PPK 2, encrypted', isSealed: true, make: (name) => ppkFile(name, 'version=2', phrase) },
  { name: 'PPK 3, encrypted', isSealed: true, make: (name) => ppkFile(name, 'version=3,time=10', phrase) },
];

describe('a damaged key file ends in a sentence, or as a wrong passphrase, and is left as it is', {
  timeout: 60_000,
}, () => {
  it.each([...kept, ...(findProgram('puttygen') === null ? [] : keptByPutty)])(
    '$name',
    async ({ name, isSealed, make }) => {
      const file = await make(name.replaceAll(/\W+/g, '-'));
      const whole = await readFile(file);
      const good = await outcome(file, phrase);
      expect(good.kind).toBe('open');
      const siblings = await readdir(folder);
      const kinds = new Set<string>();
      for (const { what, bytes } of damagedCopies(whole)) {
        await writeFile(file, bytes);
        for (const passphrase of [phrase, 'wrong', '']) {
          const { kind, says, blob } = await outcome(file, passphrase);
          kinds.add(kind);
          expect(['refused', 'wrong-passphrase', 'damaged', 'open'], what).toContain(kind);
          if (kind === 'refused') expect(says, what).toEqual(sentence);
          if (kind === 'refused') expect(says, what).toContain(basename(file));
          if (kind === 'open' && isSealed) expect(blob, what).toEqual(good.blob);
        }
        expect((await readFile(file)).equals(bytes), what).toBe(true);
      }
      expect(await readdir(folder)).toEqual(siblings);
      expect(kinds).toContain('refused');
    },
  );
});

it('a damaged certificate ends in a sentence, or tells of itself in sentences', async () => {
  const authority = await makeAuthority(folder);
  for (const type of ['ed25519', 'rsa', 'ecdsa'] as const) {
    const key = await makeKeyPair(folder, `certified-${type}`, { type });
    const validity = '-1d:+1d';
    const file = await authority.certify(`${key.file}.pub`, { principals: ['ada', 'root'], validity });
    for (const { what, bytes } of damagedCopies(await readFile(file))) {
      await writeFile(file, bytes);
      const read = await readCertificateFile(file);
      if (read.ok) {
        expect(certificateFacts(read.value.certificate), what).toEqual(sentence);
        const problem = certificateProblem(read.value.certificate, Date.now());
        if (problem !== null) expect(problem, what).toEqual(sentence);
      } else expect(read.failure.message, what).toEqual(sentence);
      expect((await readFile(file)).equals(bytes), what).toBe(true);
    }
  }
});

describe('what is no key file', () => {
  it.each([
    ['an archive', 'PK\u0003\u0004'],
    ['a page of the web', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
  ])('ends in a sentence where it is %s', async (_what, content) => {
    const file = join(folder, 'of-another-kind');
    await writeFile(file, content);
    expect(await outcome(file, phrase)).toEqual({ kind: 'refused', says: sentence });
  });

  it("stands for the agent's key where it is a certificate or a line of authorized_keys", async () => {
    const authority = await makeAuthority(await mkdtemp(join(folder, 'other-')));
    const { file } = await makeKeyPair(folder, 'named');
    const certificate = await authority.certify(`${file}.pub`);
    for (const name of [certificate, `${file}.pub`]) expect(await outcome(name, phrase)).toEqual({ kind: 'public' });
  });
});
