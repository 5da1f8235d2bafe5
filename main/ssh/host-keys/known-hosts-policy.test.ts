import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import type { OfferedHostKey } from './host-key-policy.ts';
import { policyUnder } from './testing/policy-under.ts';

describe('createHostKeyPolicy', () => {
  let keys: string;
  let folder: string;
  let theirs: string;
  let ownFile: string;
  let notices: string[];
  let prompts: Prompt[];
  let ed25519: KeyPair;
  let other: KeyPair;
  let rsa: KeyPair;

  beforeAll(async () => {
    keys = mkdtempSync(join(tmpdir(), 'holdfast-host-keys-'));
    [ed25519, other, rsa] = await Promise.all([
      makeKeyPair(keys, 'ed25519'),
      makeKeyPair(keys, 'other'),
      makeKeyPair(keys, 'rsa', { type: 'rsa' }),
    ]);
  });
  afterAll(() => rmSync(keys, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-host-keys-'));
    theirs = join(folder, 'known_hosts');
    ownFile = join(folder, 'holdfast', 'known-hosts');
    notices = [];
    prompts = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const onNotice = (text: string) => notices.push(text);
  const create = () => policyUnder({}, { readFile: theirs, ownFile, homeDir: folder, onNotice });
  const offer = (key: KeyPair, at: { host?: string; port?: number } = {}): OfferedHostKey => ({
    host: 'example.com',
    port: 22,
    keyType: key.type,
    blob: Buffer.from(key.publicLine.split(' ')[1] ?? '', 'base64'),
    ...at,
  });
  const answering = (answer: unknown) => async (prompt: Prompt) => {
    prompts.push(prompt);
    return answer as PromptAnswer;
  };
  const nobody = answering({ kind: 'cancel' });
  const accepted = { ok: true, value: expect.any(String) };

  it('accepts a recorded key without a question, whatever the form of its line', async () => {
    writeFileSync(theirs, `# mine\n*.com,!bad.com ${ed25519.publicLine}\n[hashed.com]:2222 ${rsa.publicLine}\n`);
    execFileSync('ssh-keygen', ['-q', '-H', '-f', theirs], { stdio: 'pipe' });
    const policy = create();
    expect(await policy.check(offer(ed25519), nobody)).toEqual(accepted);
    expect(await policy.check(offer(ed25519, { host: 'EXAMPLE.com' }), nobody)).toEqual(accepted);
    expect(await policy.check(offer(rsa, { host: 'hashed.com', port: 2222 }), nobody)).toEqual(accepted);
    expect(prompts).toEqual([]);
    expect(policy.knownTypes('example.com', 22)).toEqual([ed25519.type]);
    expect(policy.knownTypes('hashed.com', 22)).toEqual([ed25519.type]);
    expect(policy.knownTypes('bad.com', 22)).toEqual([]);
  });

  it('accepts any of several keys of a host', async () => {
    writeFileSync(theirs, [other, ed25519, rsa].map((key) => `example.com ${key.publicLine}\n`).join(''));
    const policy = create();
    for (const key of [ed25519, other, rsa]) expect(await policy.check(offer(key), nobody)).toEqual(accepted);
    expect(policy.knownTypes('example.com', 22)).toEqual(['ssh-ed25519', 'ssh-rsa']);
  });

  it('refuses a changed key without a question, with both fingerprints and the lines to remove', async () => {
    writeFileSync(theirs, `\nexample.com ${other.publicLine}\nexample.com ${other.publicLine}\n`);
    const result = await create().check(offer(ed25519), nobody);
    expect(result).toMatchObject({ ok: false, failure: { code: 'host-key-changed', retryable: false } });
    if (result.ok) return;
    for (const part of ['example.com', 'ssh-ed25519', ed25519.fingerprint, other.fingerprint, `line 2 of ${theirs}`]) {
      expect(result.failure.message).toContain(part);
    }
    expect(result.failure.hint).toContain(`remove line 2 of ${theirs} and line 3 of ${theirs}`);
    expect(prompts).toEqual([]);
  });

  it('refuses a revoked key, also where it is recorded as good', async () => {
    writeFileSync(theirs, `example.com ${ed25519.publicLine}\n@revoked * ${ed25519.publicLine}\n`);
    expect(await create().check(offer(ed25519), nobody)).toMatchObject({
      ok: false,
      failure: { code: 'host-key-revoked', message: expect.stringContaining(`line 2 of ${theirs}`), retryable: false },
    });
    expect(prompts).toEqual([]);
  });

  it('asks about an unknown key, and names the types that are known', async () => {
    writeFileSync(theirs, `example.com ${rsa.publicLine}\n@cert-authority * ${other.publicLine}\n`);
    const result = await create().check(offer(ed25519), nobody);
    expect(result).toMatchObject({ ok: false, failure: { code: 'host-key-rejected' } });
    expect(prompts).toEqual([
      {
        kind: 'unknown-host-key',
        host: 'example.com',
        port: 22,
        keyType: 'ssh-ed25519',
        fingerprint: ed25519.fingerprint,
        knownTypes: ['ssh-rsa'],
      },
    ]);
  });

  it('asks where the key is known for another port alone', async () => {
    writeFileSync(theirs, `example.com ${ed25519.publicLine}\n`);
    await create().check(offer(ed25519, { port: 2222 }), nobody);
    expect(prompts).toHaveLength(1);
  });

  it.each([{ kind: 'cancel' }, { kind: 'text', text: 'yes' }, { kind: 'texts', texts: ['yes'] }, { kind: 'true' }, {}])(
    'takes the answer %j for no, and remembers nothing',
    async (answer) => {
      const policy = create();
      const result = await policy.check(offer(ed25519), answering(answer));
      expect(result).toMatchObject({ ok: false, failure: { code: 'host-key-rejected', retryable: false } });
      await policy.check(offer(ed25519), answering(answer));
      expect(prompts).toHaveLength(2);
      expect(() => statSync(ownFile)).toThrow('ENOENT');
    },
  );

  it('saves an accepted key to its own file alone, for this user alone, and knows it after a restart', async () => {
    writeFileSync(theirs, '# untouched');
    const at = { port: 2222 };
    expect(await create().check(offer(ed25519, at), answering({ kind: 'accept-and-save' }))).toEqual(accepted);
    expect(readFileSync(ownFile, 'utf8')).toBe(`[example.com]:2222 ${ed25519.publicLine}\n`);
    expect(statSync(ownFile).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'holdfast')).mode & 0o777).toBe(0o700);
    expect(readFileSync(theirs, 'utf8')).toBe('# untouched');
    expect(await create().check(offer(ed25519, at), nobody)).toEqual(accepted);
    expect(await create().check(offer(other, at), nobody)).toMatchObject({ ok: false });
    expect(execFileSync('ssh-keygen', ['-F', '[example.com]:2222', '-f', ownFile], { encoding: 'utf8' })).toContain(
      ed25519.publicLine,
    );
    expect(notices).toEqual([]);
  });

  it('adds to a file whose last line has no end, and keeps what was there', async () => {
    ownFile = theirs;
    writeFileSync(ownFile, `a ${rsa.publicLine}`);
    await create().check(offer(ed25519), answering({ kind: 'accept-and-save' }));
    await create().check(offer(rsa), answering({ kind: 'accept-and-save' }));
    expect(readFileSync(ownFile, 'utf8').split('\n')).toEqual([
      `a ${rsa.publicLine}`,
      `example.com ${ed25519.publicLine}`,
      `example.com ${rsa.publicLine}`,
      '',
    ]);
  });

  it('saves a name hashed that a file would take for a pattern', async () => {
    const offered = offer(ed25519, { host: '*,x # y' });
    await create().check(offered, answering({ kind: 'accept-and-save' }));
    expect(readFileSync(ownFile, 'utf8')).toMatch(/^\|1\|\S+ ssh-ed25519 \S+\n$/);
    expect(await create().check(offered, nobody)).toEqual(accepted);
    await create().check(offer(ed25519), nobody);
    expect(prompts).toHaveLength(2);
  });

  it('saves a key once that two sessions accept at the same time', async () => {
    const policy = create();
    await Promise.all([1, 2].map(() => policy.check(offer(ed25519), answering({ kind: 'accept-and-save' }))));
    expect(prompts).toHaveLength(2);
    await policy.check(offer(ed25519), nobody);
    expect(readFileSync(ownFile, 'utf8')).toBe(`example.com ${ed25519.publicLine}\n`);
  });

  it('refuses the second of two different keys that two sessions were offered and accepted', async () => {
    const policy = create();
    const [first, second] = await Promise.all(
      [ed25519, other].map((key) => policy.check(offer(key), answering({ kind: 'accept-and-save' }))),
    );
    expect(first).toEqual(accepted);
    expect(second).toMatchObject({ failure: { code: 'host-key-changed' } });
    expect(readFileSync(ownFile, 'utf8')).toBe(`example.com ${ed25519.publicLine}\n`);
  });

  it('asks no more about a key accepted once until the program ends, and keeps it off the disk', async () => {
    const policy = create();
    expect(await policy.check(offer(ed25519), answering({ kind: 'accept-once' }))).toEqual(accepted);
    expect(await policy.check(offer(ed25519), nobody)).toEqual(accepted);
    expect(policy.knownTypes('example.com', 22)).toEqual(['ssh-ed25519']);
    expect(prompts).toHaveLength(1);
    expect(() => statSync(ownFile)).toThrow('ENOENT');
    await create().check(offer(ed25519), nobody);
    expect(prompts).toHaveLength(2);
  });

  it('saves a key that one session accepted once while another one was about to save it', async () => {
    const policy = create();
    const answers = ['accept-once', 'accept-and-save'].map((kind) => answering({ kind }));
    await Promise.all(answers.map((answer) => policy.check(offer(ed25519), answer)));
    expect(readFileSync(ownFile, 'utf8')).toBe(`example.com ${ed25519.publicLine}\n`);
  });

  it('asks again, more gravely, when the host then shows another key', async () => {
    const policy = create();
    await policy.check(offer(ed25519), answering({ kind: 'accept-once' }));
    await policy.check(offer(other), nobody);
    expect(prompts.at(-1)).toMatchObject({ fingerprint: other.fingerprint, knownTypes: ['ssh-ed25519'] });
    await policy.check(offer(ed25519, { host: 'elsewhere.com' }), nobody);
    expect(prompts.at(-1)).toMatchObject({ host: 'elsewhere.com', knownTypes: [] });
  });

  it('lets what is on the disk overrule what was accepted once', async () => {
    const policy = create();
    await policy.check(offer(ed25519), answering({ kind: 'accept-once' }));
    writeFileSync(theirs, `@revoked * ${ed25519.publicLine}\n`);
    expect(await policy.check(offer(ed25519), nobody)).toMatchObject({ failure: { code: 'host-key-revoked' } });
    writeFileSync(theirs, `example.com ${other.publicLine}\n`);
    expect(await policy.check(offer(ed25519), nobody)).toMatchObject({ failure: { code: 'host-key-changed' } });
  });

  it('reads its files afresh, so that a line removed by hand is asked about again', async () => {
    const policy = create();
    await policy.check(offer(ed25519), answering({ kind: 'accept-and-save' }));
    writeFileSync(ownFile, '');
    expect(await policy.check(offer(ed25519), nobody).then(() => prompts)).toHaveLength(2);
  });

  it('goes on with an accepted key that cannot be saved, says so, and does not ask again', async () => {
    writeFileSync(join(folder, 'holdfast'), 'a file where the folder should be');
    const policy = create();
    expect(await policy.check(offer(ed25519), answering({ kind: 'accept-and-save' }))).toEqual(accepted);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`could not be saved to ${ownFile} (`);
    expect(await policy.check(offer(ed25519), nobody)).toEqual(accepted);
  });

  it('asks where a file cannot be read or is no file, and says so of the first, once', async () => {
    symlinkSync(theirs, theirs);
    const policy = create();
    expect(policy.knownTypes('example.com', 22)).toEqual([]);
    await policy.check(offer(ed25519), nobody);
    expect(notices).toEqual([`The known host keys in ${theirs} could not be read (ELOOP).`]);
    theirs = folder;
    await create().check(offer(ed25519), nobody);
    expect(prompts).toHaveLength(2);
    expect(notices).toHaveLength(1);
  });
});
