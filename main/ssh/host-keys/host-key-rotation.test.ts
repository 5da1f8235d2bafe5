import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { createHostKeyPolicy } from './known-hosts-policy.ts';

let sshd: Sshd;
let folder: string;
let notices: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-rotation-'));
  notices = [];
  sshd = await startSshd({ hostKeyTypes: ['ed25519', 'ecdsa', 'rsa'] });
});
afterEach(async () => {
  await sshd.stop();
  rmSync(folder, { recursive: true });
});

const files = () => ({ theirs: join(folder, 'known_hosts'), own: join(folder, 'own') });
const ownLines = () => readFileSync(files().own, 'utf8').trim().split('\n');
const lineOf = (at: number) => `[127.0.0.1]:${sshd.port} ${sshd.hostKeys[at]?.publicLine}`;
const create = () =>
  createHostKeyPolicy({
    readFile: files().theirs,
    ownFile: files().own,
    homeDir: folder,
    onNotice: (text) => notices.push(text),
  });

/** Opens a session that waits until the server's announcement was seen to, as an answer to a command comes after it. */
async function connect(hostKeys: ReturnType<typeof create>, answer: PromptAnswer, profile: Partial<Profile> = {}) {
  const trial = tryTransport({
    profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...profile },
    dependencies: { hostKeys },
    answer: () => answer,
  });
  await trial.opened();
  trial.transport.write(Buffer.from('echo an""swer\r'));
  await expect.poll(trial.output).toContain('answer');
  return trial;
}

describe('the other keys of a known host', () => {
  it('are a question that says which and where, and are added to our own file alone', async () => {
    writeFileSync(files().theirs, `${lineOf(0)}\n`);
    const hostKeys = create();
    const { prompts, log, transport } = await connect(hostKeys, { kind: 'accept-and-save' });
    const named = (at: number) => ({ keyType: sshd.hostKeys[at]?.type, fingerprint: sshd.hostKeys[at]?.fingerprint });
    expect(prompts).toEqual([
      { kind: 'new-host-keys', host: '127.0.0.1', port: sshd.port, keys: [named(1), named(2)], file: files().own },
    ]);
    await expect.poll(log).toContain(`Saved to ${files().own}: ecdsa-sha2-nistp256 SHA256:`);
    expect(ownLines()).toEqual([lineOf(1), lineOf(2)]);
    expect(readFileSync(files().theirs, 'utf8')).toBe(`${lineOf(0)}\n`);
    transport.close();

    const again = await connect(hostKeys, { kind: 'cancel' });
    expect(again.prompts).toEqual([]);
    again.transport.close();
    const other = await connect(
      hostKeys,
      { kind: 'cancel' },
      { hostKeyOrder: ['rsa-sha2-512', 'WARN'], preferKnownHostKeys: false },
    );
    expect(other.log()).toContain('Host key: ssh-rsa');
    expect(other.prompts).toEqual([]);
    other.transport.close();
  });

  it('are not saved if the user does not say so, and not offered again in this run', async () => {
    writeFileSync(files().theirs, `${lineOf(0)}\n`);
    const hostKeys = create();
    const first = await connect(hostKeys, { kind: 'cancel' });
    expect(first.prompts).toHaveLength(1);
    await expect.poll(first.log).toContain('were not saved');
    first.transport.close();
    const second = await connect(hostKeys, { kind: 'accept-and-save' });
    expect(second.prompts).toEqual([]);
    expect(() => ownLines()).toThrow('ENOENT');
    second.transport.close();
  });

  it('are saved, or passed over, without a question where the session says so', async () => {
    writeFileSync(files().theirs, `${lineOf(0)}\n@revoked * ${sshd.hostKeys[2]?.publicLine}\n`);
    const silent = await connect(create(), { kind: 'accept-and-save' }, { updateHostKeys: 'no' });
    expect(silent.prompts).toEqual([]);
    expect(() => ownLines()).toThrow('ENOENT');
    silent.transport.close();
    const saving = await connect(create(), { kind: 'cancel' }, { updateHostKeys: 'yes' });
    expect(saving.prompts).toEqual([]);
    await expect.poll(() => saving.log()).toContain('Saved to');
    expect(ownLines()).toEqual([lineOf(1)]); // what is revoked stays out
    saving.transport.close();
  });

  it('are not offered for a host that was only accepted once, or by the fingerprint of its session', async () => {
    const once = await connect(create(), { kind: 'accept-once' });
    expect(once.prompts).toMatchObject([{ kind: 'unknown-host-key' }]);
    once.transport.close();
    const named = await connect(create(), { kind: 'cancel' }, { manualHostKeys: sshd.hostKey.fingerprint });
    expect(named.prompts).toEqual([]);
    named.transport.close();
  });
});
