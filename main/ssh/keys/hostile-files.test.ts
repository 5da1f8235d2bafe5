import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { makePpk } from '../../../e2e/lab/ppk.ts';
import { findProgram } from '../../../e2e/lab/programs.ts';
import { encodeString } from '../encoding.ts';
import { derIntegers, derSequence } from './der.ts';
import { readKeyFile } from './key-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readText(text: string | Buffer) {
  const file = join(folder, 'key');
  await writeFile(file, text);
  return readKeyFile(file);
}

/** What comes of a file and a passphrase: a refusal's sentence, or the kind of the opening. */
async function outcome(text: string | Buffer, passphrase: string): Promise<string> {
  const read = await readText(text);
  if (!read.ok) return read.failure.message;
  return read.value.kind === 'private' ? (await read.value.open(passphrase)).kind : 'public';
}

const pem = (label: string, body: Buffer) =>
  `-----BEGIN ${label}-----\n${body.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

const tooMuch = {
  ok: false,
  failure: { code: 'key-unusable', message: expect.stringContaining('asks for too much work') },
};

describe('a key file that asks for more work than any real one is refused before it is begun', () => {
  it("in OpenSSH's format", async () => {
    const key = await makeKeyPair(folder, 'rounds', { passphrase: 'x' });
    const [head = '', ...lines] = (await readFile(key.file, 'latin1')).trim().split('\n');
    const body = Buffer.from(lines.slice(0, -1).join(''), 'base64');
    const at = body.indexOf('bcrypt') + 6 + 4 + 4 + 16; // the rounds follow the salt of 16 bytes
    body.writeUInt32BE(0xffffffff, at);
    expect(await readText(`${head}\n${body.toString('base64')}\n${lines.at(-1)}\n`)).toMatchObject(tooMuch);
  });

  it('in PKCS#8', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const usual = privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' });
    expect(derIntegers(usual)).toContainEqual(Buffer.of(8, 0)); // 2048 iterations are where they are looked for
    expect(await outcome(pem('ENCRYPTED PRIVATE KEY', usual), 'x')).toBe('open');
    for (const iterations of ['7fffffff', '0100000000']) {
      const costly = derSequence([Buffer.from(iterations, 'hex')]);
      expect(await readText(pem('ENCRYPTED PRIVATE KEY', costly))).toMatchObject(tooMuch);
    }
  });
});

describe('a key file that claims to be encrypted', () => {
  /** A structure within a structure, and so on. */
  function nested(depth: number): Buffer {
    const lengths = Array.from({ length: depth }, (_, at) => (depth - at - 1) * 5);
    return Buffer.concat(
      lengths.map((length) => Buffer.of(0x30, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff)),
    );
  }

  it.each([
    ['structures in structures without end', nested(30_000)],
    ['a number of no bytes', Buffer.of(0x30, 2, 2, 0)],
    ['nothing', Buffer.alloc(0)],
  ])('and holds %s does not open', async (_what, body) => {
    expect(await outcome(pem('ENCRYPTED PRIVATE KEY', body), 'x')).toBe('wrong-passphrase');
  });
});

describe('a key file that was damaged', { timeout: 60_000 }, () => {
  it.skipIf(findProgram('puttygen') === null)("in PuTTY's format never opens, whichever byte it is", async () => {
    const made = await makePpk(folder, 'flip.ppk', { type: 'ecdsa' });
    const text = await readFile(made.file);
    for (let at = 0; at < text.length; at += 7) {
      const flipped = Buffer.from(text);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect(await outcome(flipped, ''), `byte ${at}`).not.toBe('open');
    }
    for (let length = 0; length < text.length - 1; length += 11) {
      expect(await outcome(text.subarray(0, length), ''), `cut at ${length}`).not.toBe('open');
    }
  });

  it("in OpenSSH's never opens as another key than its public part says", async () => {
    const key = await makeKeyPair(folder, 'flip', { type: 'ed25519' });
    const [head = '', ...lines] = (await readFile(key.file, 'latin1')).trim().split('\n');
    const body = Buffer.from(lines.slice(0, -1).join(''), 'base64');
    const kinds = new Set<string>();
    for (let at = 60; at < body.length - 40; at += 5) {
      const flipped = Buffer.from(body);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      const read = await readText(`${head}\n${flipped.toString('base64')}\n${lines.at(-1)}\n`);
      const opening = read.ok && read.value.kind === 'private' ? await read.value.open('') : null;
      if (opening?.kind === 'open' && read.ok) {
        const { publicKey } = read.value;
        expect(
          createHash('sha256')
            .update(publicKey?.blob ?? '')
            .digest('base64'),
          `byte ${at}`,
        ).toContain(key.fingerprint.slice(7));
      }
      kinds.add(opening?.kind ?? 'refused');
    }
    expect(kinds).toContain('damaged');
  });
});

it('the file of a security key is known for what it is', async () => {
  const blob = Buffer.concat(
    ['sk-ssh-ed25519@openssh.com', Buffer.alloc(32, 1), 'ssh:'].map((part) => encodeString(part)),
  );
  const fields = ['none', 'none', ''].map((part) => encodeString(part));
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...fields,
    Buffer.of(0, 0, 0, 1),
    encodeString(blob),
    encodeString(Buffer.alloc(64)),
  ]);
  expect(await readText(pem('OPENSSH PRIVATE KEY', body))).toMatchObject({
    ok: true,
    value: { kind: 'public', isHardware: true, publicKey: { type: 'sk-ssh-ed25519@openssh.com' } },
  });
});
