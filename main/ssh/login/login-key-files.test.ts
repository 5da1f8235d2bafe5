import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { startAgent } from '../../../e2e/lab/agent.ts';
import { type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { makePpk } from '../../../e2e/lab/ppk.ts';
import { findProgram } from '../../../e2e/lab/programs.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { createKeptPassphrases } from '../keys/kept-passphrases.ts';
import { type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

let sshd: Sshd;
let folder: string;
beforeAll(async () => {
  sshd = await startSshd({ config: ['PubkeyAcceptedAlgorithms +ssh-dss'] });
  folder = await mkdtemp(join(tmpdir(), 'holdfast-keys-'));
});
afterAll(async () => {
  await sshd.stop();
  await rm(folder, { recursive: true, force: true });
});

const text = (value: string): PromptAnswer => ({ kind: 'text', text: value });

const logIn = (profile: TrialOptions['profile'], options: Omit<TrialOptions, 'profile'> = {}) =>
  tryTransport({ profile: { portNumber: sshd.port, userName: sshd.userName, noShell: true, ...profile }, ...options });

const types = ['ed25519', 'ecdsa', 'rsa', 'dsa'] as const satisfies readonly KeyType[];

describe('a login by a key file', () => {
  it.each(types)('takes a key of type %s', { timeout: 60_000 }, async (type) => {
    const key = await makeKeyPair(folder, type, { type });
    await sshd.authorize(key.publicLine);
    const { opened, log } = logIn({ keyFile: key.file });
    await opened();
    expect(log()).toContain(`with the key file ${key.file}, ${key.type} ${key.fingerprint}.`);
  });

  it('goes on to the further key files, past one that is not there', { timeout: 60_000 }, async () => {
    const [first, last] = [await makeKeyPair(folder, 'further-1'), await makeKeyPair(folder, 'further-2')];
    await sshd.authorize(last.publicLine);
    const { opened, log } = logIn({ keyFile: first.file, moreKeyFiles: [join(folder, 'nowhere'), last.file] });
    await opened();
    expect(log()).toContain(`Trying the key file ${first.file}`);
    expect(log()).toContain(`with the key file ${last.file}`);
  });

  it.skipIf(findProgram('puttygen') === null)("takes one in PuTTY's format", { timeout: 60_000 }, async () => {
    const key = await makePpk(folder, 'putty.ppk', { type: 'ed25519', passphrase: 'open', comment: 'at work' });
    await sshd.authorize(key.publicLine);
    const { opened, prompts } = logIn({ keyFile: key.file }, { answer: () => text('open') });
    await opened();
    expect(prompts).toMatchObject([{ kind: 'passphrase', comment: 'at work', fingerprint: key.fingerprint }]);
  });

  it('asks for the passphrase with comment and fingerprint, again if it was wrong', async () => {
    const key = await makeKeyPair(folder, 'encrypted', { passphrase: 'right', comment: 'ada\u202e@home' });
    await sshd.authorize(key.publicLine);
    const answers = ['wrong', 'right'];
    const { opened, prompts } = logIn({ keyFile: key.file }, { answer: () => text(answers.shift() ?? '') });
    await opened();
    const asked = { kind: 'passphrase', keyFile: key.file, comment: 'ada@home', fingerprint: key.fingerprint };
    expect(prompts).toEqual([false, true].map((retry) => ({ ...asked, retry })));
  });

  it('asks before the server was asked only where the public part is nowhere to be read', async () => {
    const key = await makeKeyPair(folder, 'old-form', { type: 'ecdsa', format: 'PEM', passphrase: 'right' });
    await sshd.authorize(key.publicLine);
    await rm(`${key.file}.pub`);
    const { opened, prompts } = logIn({ keyFile: key.file }, { answer: () => text('right') });
    await opened();
    expect(prompts).toMatchObject([{ fingerprint: null, comment: '' }]);
  });

  it('asks once in a run of the program if the user wants it so, and until that is to be forgotten', async () => {
    const key = await makeKeyPair(folder, 'kept', { passphrase: 'right' });
    await sshd.authorize(key.publicLine);
    const passphrases = createKeptPassphrases();
    const options = { dependencies: { passphrases } } as const;
    const answer = () => ({ kind: 'text', text: 'right', keep: 'run' }) as const;
    await logIn({ keyFile: key.file }, { ...options, answer }).opened();
    const second = logIn({ keyFile: key.file }, options);
    await second.opened();
    expect([second.prompts.length, passphrases.count()]).toEqual([0, 1]);
    passphrases.forget();
    const third = logIn({ keyFile: key.file }, options);
    expect(await third.ended()).toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('finds a file in the home folder', async () => {
    const key = await makeKeyPair(folder, 'at-home');
    await sshd.authorize(key.publicLine);
    await logIn({ keyFile: '~/at-home' }, { dependencies: { homeDir: folder } }).opened();
  });

  it('gives up after three wrong passphrases', async () => {
    const key = await makeKeyPair(folder, 'closed', { passphrase: 'right' });
    await sshd.authorize(key.publicLine);
    const { ended, prompts } = logIn({ keyFile: key.file }, { answer: () => text('wrong') });
    expect(await ended()).toMatchObject({
      kind: 'refused',
      failure: { code: 'key-unusable', message: expect.stringContaining('passphrases'), field: 'keyFile' },
    });
    expect(prompts).toHaveLength(3);
  });

  it('says which key was refused, and what the server accepts, and asks for no passphrase', async () => {
    const key = await makeKeyPair(folder, 'unknown', { passphrase: 'right' });
    const { ended, prompts } = logIn({ keyFile: key.file });
    expect(await ended()).toEqual({
      kind: 'refused',
      failure: {
        code: 'authentication-refused',
        message: `127.0.0.1 did not let ${sshd.userName} in. Tried: publickey; the server accepts: publickey.`,
        retryable: false,
      },
    });
    expect(prompts).toEqual([]);
  });

  it('says what to do where there is no key at all', async () => {
    const failure = { code: 'authentication-refused', hint: expect.stringContaining('choose a private key file') };
    expect(await logIn({}).ended()).toMatchObject({ failure });
  });

  it('says so where the public key beside it is of another', async () => {
    const key = await makeKeyPair(folder, 'mixed', { type: 'ecdsa', format: 'PEM', passphrase: 'right' });
    const other = await makeKeyPair(folder, 'mixed-other');
    await sshd.authorize(other.publicLine);
    await writeFile(`${key.file}.pub`, `${other.publicLine}\n`);
    expect(await logIn({ keyFile: key.file }, { answer: () => text('right') }).ended()).toMatchObject({
      failure: { code: 'key-unusable', message: expect.stringContaining('is the public key of another file') },
    });
  });
});

describe('the default key files', () => {
  it('are tried after the agent, if no key file is set, and a passphrase is asked for once the server wants it', async () => {
    const home = join(folder, 'home');
    await mkdir(join(home, '.ssh'), { recursive: true });
    const unwanted = await makeKeyPair(join(home, '.ssh'), 'id_ed25519', { passphrase: 'never asked' });
    const wanted = await makeKeyPair(join(home, '.ssh'), 'id_rsa', { type: 'rsa', passphrase: 'right' });
    const inAgent = await makeKeyPair(folder, 'in-agent');
    const server = await startSshd();
    const agent = await startAgent(folder);
    try {
      await server.authorize(wanted.publicLine);
      await agent.add(inAgent.file);
      const dependencies = { homeDir: home, findAgents: async () => [agent.socket] };
      const profile = { portNumber: server.port };
      const { opened, prompts, log } = logIn(profile, { dependencies, answer: () => text('right') });
      await opened();
      expect(prompts).toMatchObject([{ kind: 'passphrase', fingerprint: wanted.fingerprint }]);
      const order = [inAgent, unwanted, wanted].map(({ fingerprint }) => log().indexOf(fingerprint));
      expect([...order].sort((a, b) => a - b)).toEqual(order);
      const without = logIn({ ...profile, tryDefaultKeys: false }, { dependencies });
      await without.ended();
      expect(without.log()).not.toContain(wanted.fingerprint);
    } finally {
      await agent.stop();
      await server.stop();
    }
  });
});

describe('a key file that is no use', () => {
  it.each([
    ['does not exist', null, 'does not exist'],
    ['holds something else', 'hello\n', 'is not a private key'],
    ['holds a public key in another form', '---- BEGIN SSH2 PUBLIC KEY ----\n', 'holds a public key'],
    ['holds a public key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFJ3 me\n', 'holds a public key'],
    ["is in PuTTY's format and cut off", 'PuTTY-User-Key-File-3: ssh-ed25519\n', 'is damaged'],
    ["is in a version of PuTTY's format of the future", 'PuTTY-User-Key-File-4: ssh-ed25519\n', 'version 4'],
    ['is too large', 'x'.repeat(300_000), 'too large'],
  ])('is told of where it %s', async (_name, content, message) => {
    const file = join(folder, 'unusable');
    await rm(file, { force: true });
    if (content !== null) await writeFile(file, content);
    const failure = { code: 'key-unusable', message: expect.stringContaining(message), field: 'keyFile' };
    expect(await logIn({ keyFile: file }, { answer: () => text('') }).ended()).toMatchObject({ failure });
  });

  it('is told of where it is cut off, or has a bit flipped anywhere', { timeout: 60_000 }, async () => {
    const key = await makeKeyPair(folder, 'to-damage', { type: 'ecdsa' });
    await sshd.authorize(key.publicLine);
    const whole = await readFile(key.file, 'latin1');
    const [head = '', ...lines] = whole.trim().split('\n');
    const body = Buffer.from(lines.slice(0, -1).join(''), 'base64');
    const damaged = [
      whole.slice(0, whole.length / 2),
      ...[5, 40, 60, 150, 250, 300].map((at) => {
        const flipped = Buffer.from(body);
        flipped.writeUInt8(flipped.readUInt8(at) ^ 4, at);
        return `${head}\n${flipped.toString('base64')}\n${lines.at(-1)}\n`;
      }),
    ];
    const file = join(folder, 'damaged');
    for (const content of damaged) {
      await writeFile(file, content);
      expect(await logIn({ keyFile: file }, { answer: () => text('x') }).ended()).toMatchObject({
        kind: 'refused',
        failure: { message: expect.stringMatching(/damaged|did not let/) },
      });
    }
  });

  it('is told of where it is a pipe, and what may come through it is not waited for', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await logIn({ keyFile: pipe }).ended()).toMatchObject({
      failure: { code: 'key-unusable', message: `${pipe} is not a file.` },
    });
  });

  it('is told of where it is a folder', async () => {
    expect(await logIn({ keyFile: folder }).ended()).toMatchObject({
      failure: { code: 'key-unusable', message: `${folder} is a folder, not a key file.` },
    });
  });
});
