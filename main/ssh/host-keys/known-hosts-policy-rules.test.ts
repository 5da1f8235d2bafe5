import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Prompt } from '#contract/session/prompt.ts';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import type { HostKeyRules, OfferedHostKey } from './host-key-policy.ts';
import { systemKnownHosts } from './system-known-hosts.ts';
import { policyUnder } from './testing/policy-under.ts';

let keys: string;
let folder: string;
let prompts: Prompt[];
let ed25519: KeyPair;
let rsa: KeyPair;
beforeAll(async () => {
  keys = mkdtempSync(join(tmpdir(), 'holdfast-rules-'));
  [ed25519, rsa] = await Promise.all([makeKeyPair(keys, 'ed25519'), makeKeyPair(keys, 'rsa', { type: 'rsa' })]);
});
afterAll(() => rmSync(keys, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-rules-'));
  prompts = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);
const blobOf = (key: KeyPair) => Buffer.from(key.publicLine.split(' ')[1] ?? '', 'base64');
const offer = (key: KeyPair): OfferedHostKey => ({ host: 'a.com', port: 22, keyType: key.type, blob: blobOf(key) });
const create = (rules: Partial<HostKeyRules>) => {
  const files = { readFile: inFolder('known_hosts'), ownFile: inFolder('own'), homeDir: folder };
  return policyUnder(rules, { ...files, onNotice: () => undefined });
};
const check = (rules: Partial<HostKeyRules>, key: KeyPair) =>
  create(rules).check(offer(key), async (prompt) => {
    prompts.push(prompt);
    return { kind: 'cancel' };
  });

describe('an unknown host key', () => {
  it('is saved without a question where new keys are accepted', async () => {
    expect(await check({ hostKeyChecking: 'accept-new' }, ed25519)).toEqual({ ok: true, value: 'saved' });
    expect(readFileSync(inFolder('own'), 'utf8')).toBe(`a.com ${ed25519.publicLine}\n`);
    expect(prompts).toEqual([]);
  });

  it('is asked about there too beside a known key of another type', async () => {
    writeFileSync(inFolder('known_hosts'), `a.com ${rsa.publicLine}\n`);
    expect(await check({ hostKeyChecking: 'accept-new' }, ed25519)).toMatchObject({ ok: false });
    expect(prompts).toHaveLength(1);
  });

  it('is refused where recorded keys alone are taken', async () => {
    expect(await check({ hostKeyChecking: 'yes' }, ed25519)).toMatchObject({
      failure: { code: 'host-key-rejected', message: expect.stringContaining('is not known') },
    });
    expect(prompts).toEqual([]);
  });
});

it('is refused under every rule once it has changed', async () => {
  const other = await makeKeyPair(folder, 'other');
  writeFileSync(inFolder('known_hosts'), `a.com ${other.publicLine}\n`);
  for (const hostKeyChecking of ['ask', 'accept-new', 'yes'] as const)
    expect(await check({ hostKeyChecking }, ed25519)).toMatchObject({ failure: { code: 'host-key-changed' } });
});

it('is looked for in the file that the session names, with ~ for the home folder, and in our own', async () => {
  writeFileSync(inFolder('known_hosts'), `a.com ${ed25519.publicLine}\n`);
  writeFileSync(inFolder('others'), `a.com ${rsa.publicLine}\n`);
  expect(await check({ knownHostsFile: '~/others' }, rsa)).toEqual({ ok: true, value: 'known' });
  expect(await check({ knownHostsFile: '~/others' }, ed25519)).toMatchObject({ ok: false });
  writeFileSync(inFolder('own'), `a.com ${ed25519.publicLine}\n`);
  expect(await check({ knownHostsFile: '/dev/null' }, ed25519)).toEqual({ ok: true, value: 'known' });
});

it("is looked for in the computer's own file too, wherever the session's is", async () => {
  writeFileSync(inFolder('system'), `a.com ${rsa.publicLine}\n`);
  const files = { readFile: inFolder('known_hosts'), systemFile: inFolder('system'), ownFile: inFolder('own') };
  const policy = policyUnder(
    { knownHostsFile: '/dev/null', hostKeyChecking: 'yes' },
    { ...files, homeDir: folder, onNotice: () => undefined },
  );
  expect(await policy.check(offer(rsa), async () => ({ kind: 'cancel' }))).toEqual({ ok: true, value: 'known' });
  expect(systemKnownHosts('linux', {})).toBe('/etc/ssh/ssh_known_hosts');
  expect(systemKnownHosts('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\ssh\\ssh_known_hosts');
});

describe('a session that names host keys', () => {
  const md5 = (key: KeyPair) => (createHash('md5').update(blobOf(key)).digest('hex').match(/../g) ?? []).join(':');
  it.each<readonly [string, (key: KeyPair) => string]>([
    ['a fingerprint', (key) => key.fingerprint],
    ['a fingerprint with its padding', (key) => `${key.fingerprint}=`],
    ['a fingerprint as PuTTY prints it', (key) => `ssh-ed25519 255 ${key.fingerprint}`],
    ['MD5', md5],
    ['MD5 as OpenSSH prints it', (key) => `MD5:${md5(key).toUpperCase()}`],
    ['a whole key', (key) => key.publicLine.split(' ')[1] ?? ''],
    ['a line of a public key file', (key) => key.publicLine],
    ['several', (key) => ` SHA256:${'a'.repeat(43)}, ${key.fingerprint},`],
  ])('accepts the key of %s, without a question, and no other, known or not', async (_name, write) => {
    writeFileSync(inFolder('known_hosts'), `a.com ${rsa.publicLine}\n@revoked * ${ed25519.publicLine}\n`);
    const rules = { manualHostKeys: write(ed25519) };
    expect(await check(rules, ed25519)).toEqual({ ok: true, value: 'configured' });
    expect(await check(rules, rsa)).toMatchObject({
      failure: { code: 'host-key-rejected', message: expect.stringContaining(rsa.fingerprint) },
    });
    expect([prompts, create(rules).knownTypes('a.com', 22)]).toEqual([[], []]);
  });

  it.each(['nonsense', 'SHA256:short', '12:34', `SHA256:${'a'.repeat(43)},x`, 'AAAA'])(
    'refuses every key, with a sentence, where it is %j',
    async (manualHostKeys) => {
      expect(await check({ manualHostKeys }, ed25519)).toMatchObject({
        failure: { field: 'manualHostKeys', message: expect.stringContaining('neither a fingerprint') },
      });
    },
  );
});
