import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certifyHost } from '../../../e2e/lab/host-certificate.ts';
import { type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { judgeCertificate } from '../host-keys/host-certificate.ts';
import { parseKnownHosts } from '../host-keys/known-hosts.ts';
import { isSignedByItsAuthority, parseCertificate } from './certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blobOf = (line: string) => Buffer.from(line.split(' ')[1] ?? '', 'base64');

describe('a certificate of ssh-keygen', () => {
  let ed25519: Buffer;
  let user: Buffer;
  let authorityLine: string;
  beforeAll(async () => {
    const authority = await makeKeyPair(folder, 'authority');
    const [key, other] = [await makeKeyPair(folder, 'key'), await makeKeyPair(folder, 'user')];
    authorityLine = authority.publicLine;
    ed25519 = blobOf(readFileSync(await certifyHost(authority, key, { principals: ['a', '*.b.c'] }), 'utf8'));
    user = blobOf(readFileSync(await certifyHost(authority, other, { kind: 'user', principals: ['a'] }), 'utf8'));
  });
  const judge = (blob: Buffer, host: string, now = Date.now()) => {
    const lines = parseKnownHosts(`@cert-authority * ${authorityLine}`).map((line) => ({ ...line, file: 'f' }));
    const certificate = parseCertificate(blob);
    return certificate && judgeCertificate(certificate, { host, lines, now });
  };

  it.each<readonly [KeyType, KeyType, string | undefined]>([
    ['ed25519', 'rsa', 'rsa-sha2-512'],
    ['rsa', 'rsa', 'rsa-sha2-256'],
    ['ecdsa', 'ecdsa', undefined],
    ['rsa', 'ed25519', undefined],
  ])('for a key of type %s, signed by one of type %s (%s), is read whole', async (type, by, signature) => {
    const authority = await makeKeyPair(folder, `ca-${type}-${by}-${signature}`, { type: by });
    const key = await makeKeyPair(folder, `key-${type}-${by}-${signature}`, { type });
    const options = { principals: ['one', 'two'], ...(signature === undefined ? {} : { signature }) };
    const blob = blobOf(readFileSync(await certifyHost(authority, key, options), 'utf8'));
    const certificate = parseCertificate(blob);
    expect(certificate).toMatchObject({
      ...{ kind: 'host', keyType: key.type, keyId: 'lab host', serial: 7n, principals: ['one', 'two'] },
      ...{ criticalOptions: [], key: blobOf(key.publicLine), authority: blobOf(authority.publicLine) },
    });
    expect(certificate && isSignedByItsAuthority(certificate)).toBe(true);
  });

  it('has no good signature where its authority signs with SHA-1', async () => {
    const authority = await makeKeyPair(folder, 'ca-sha1', { type: 'rsa' });
    const key = await makeKeyPair(folder, 'key-sha1');
    const blob = blobOf(readFileSync(await certifyHost(authority, key, { signature: 'ssh-rsa' }), 'utf8'));
    const certificate = parseCertificate(blob);
    expect(certificate && isSignedByItsAuthority(certificate)).toBe(false);
  });

  it('is none if it was cut anywhere, and has no good signature with any byte changed', () => {
    for (let length = 0; length < ed25519.length; length += 1) {
      expect(parseCertificate(ed25519.subarray(0, length))).toBeNull();
    }
    for (let at = 0; at < ed25519.length; at += 1) {
      const changed = Buffer.from(ed25519);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(judge(changed, 'a')?.kind ?? 'none').not.toBe('certified');
    }
    expect(judge(ed25519, 'a')).toEqual({ kind: 'certified' });
  });

  it('is for the hosts that it names, by wildcards too, in any case of letters', () => {
    expect(judge(ed25519, 'A')).toEqual({ kind: 'certified' });
    expect(judge(ed25519, 'web.b.c')).toEqual({ kind: 'certified' });
    expect(judge(ed25519, 'b.c')).toMatchObject({ kind: 'refused' });
  });

  it('is for no host if it was made for a user', () => {
    expect(judge(user, 'a')).toMatchObject({
      kind: 'refused',
      failure: { message: expect.stringContaining('it was made for a user, not for a host') },
    });
  });
});
