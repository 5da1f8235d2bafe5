import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptAnswer } from '#contract/prompt.ts';
import { type KeyPair, type KeyType, makeKeyPair } from '../../e2e/lab/key-pair.ts';
import { requireProgram } from '../../e2e/lab/programs.ts';
import { type Sshd, startSshd } from '../../e2e/lab/sshd.ts';
import { agentKeys, agentSocketOf } from './agent.ts';
import { type TrialOptions, tryTransport } from './testing/transport-trial.ts';

let sshd: Sshd;
let folder: string;
beforeAll(async () => {
  sshd = await startSshd();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-keys-'));
});
afterAll(async () => {
  await sshd.stop();
  await rm(folder, { recursive: true, force: true });
});

const text = (value: string): PromptAnswer => ({ kind: 'text', text: value });

const logIn = (profile: TrialOptions['profile'], options: Omit<TrialOptions, 'profile'> = {}) =>
  tryTransport({ profile: { portNumber: sshd.port, userName: sshd.userName, noShell: true, ...profile }, ...options });

describe('a login by a key file', () => {
  const formats = ['OpenSSH', 'PEM', 'PKCS8'] as const;
  const cases = formats.flatMap((format) =>
    (format === 'OpenSSH' ? (['ed25519', 'ecdsa', 'rsa'] as const) : (['ecdsa', 'rsa'] as const)).flatMap((type) =>
      [undefined, 'geheim und länger'].map((passphrase) => ({ format, type, passphrase })),
    ),
  );

  it.each(cases)('takes $type in $format format with passphrase $passphrase', { timeout: 60_000 }, async (chosen) => {
    const key = await makeKey(chosen);
    await sshd.authorize(key.publicLine);
    const answers = ['wrong', chosen.passphrase ?? ''];
    const { opened, prompts, log } = logIn({ keyFile: key.file }, { answer: () => text(answers.shift() ?? '') });
    await opened();
    expect(log()).toContain(`with the key file ${key.file}, ${key.type} ${key.fingerprint}`);
    expect(prompts).toEqual(
      chosen.passphrase === undefined
        ? []
        : [false, true].map((retry) => ({ kind: 'passphrase', keyFile: key.file, retry })),
    );
  });

  async function makeKey({ format, type, passphrase }: (typeof cases)[number]): Promise<KeyPair> {
    const name = `${type}-${format}-${passphrase === undefined ? 'plain' : 'encrypted'}`;
    const options = { type, ...(passphrase === undefined ? {} : { passphrase }) };
    const key = await makeKeyPair(folder, name, { ...options, ...(format === 'PEM' ? { format } : {}) });
    // ssh-keygen rewrites a key in the format that is asked for when its passphrase is "changed"
    const phrases = ['-P', passphrase ?? '', '-N', passphrase ?? ''];
    if (format === 'PKCS8')
      execFileSync(requireProgram('ssh-keygen'), ['-q', '-p', ...phrases, '-m', 'PKCS8', '-f', key.file]);
    return key;
  }

  it('finds a file in the home folder', async () => {
    const key = await makeKeyPair(folder, 'at-home');
    await sshd.authorize(key.publicLine);
    await logIn({ keyFile: '~/at-home' }, { dependencies: { homeDir: folder } }).opened();
  });

  it('gives up after three wrong passphrases', async () => {
    const key = await makeKeyPair(folder, 'closed', { passphrase: 'right' });
    const { ended, prompts } = logIn({ keyFile: key.file }, { answer: () => text('wrong') });
    expect(await ended()).toMatchObject({
      kind: 'refused',
      failure: { code: 'key-unusable', message: expect.stringContaining('passphrases'), field: 'keyFile' },
    });
    expect(prompts).toHaveLength(3);
  });

  it('ends by the word of the user, who cancels the passphrase', async () => {
    const key = await makeKeyPair(folder, 'cancelled', { passphrase: 'right' });
    expect(await logIn({ keyFile: key.file }).ended()).toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('says which key was refused, and what the server accepts', async () => {
    const key = await makeKeyPair(folder, 'unknown');
    expect(await logIn({ keyFile: key.file }).ended()).toEqual({
      kind: 'refused',
      failure: {
        code: 'authentication-refused',
        message: `127.0.0.1 did not let ${sshd.userName} in. Tried: publickey; the server accepts: publickey.`,
        retryable: false,
      },
    });
  });

  it('says what to do where there is no key at all', async () => {
    const failure = { code: 'authentication-refused', hint: expect.stringContaining('choose a private key file') };
    expect(await logIn({}).ended()).toMatchObject({ failure });
  });

  it.each([
    ['does not exist', null, 'does not exist'],
    ['holds something else', 'hello\n', 'is not a private key'],
    [
      'holds a damaged key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n',
      'key',
    ],
    ['holds a public key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFJ3 me\n', 'holds a public key'],
    ["is in PuTTY's format", 'PuTTY-User-Key-File-3: ssh-ed25519\n', "PuTTY's format"],
    ['is too large', 'x'.repeat(300_000), 'too large'],
  ])('says so where the file %s', async (_name, content, message) => {
    const file = join(folder, 'unusable');
    await rm(file, { force: true });
    if (content !== null) await writeFile(file, content);
    const failure = { code: 'key-unusable', message: expect.stringContaining(message), field: 'keyFile' };
    expect(await logIn({ keyFile: file }, { answer: () => text('') }).ended()).toMatchObject({ failure });
  });

  it('says so where the file is a pipe, and does not wait for what may come through it', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await logIn({ keyFile: pipe }).ended()).toMatchObject({
      failure: { code: 'key-unusable', message: `${pipe} is not a file.` },
    });
  });

  it('says so where the file is a folder', async () => {
    expect(await logIn({ keyFile: folder }).ended()).toMatchObject({
      failure: { code: 'key-unusable', message: `${folder} is a folder, not a key file.` },
    });
  });
});

describe('a login by an agent', () => {
  let agentSocket: string;
  let agentId: string;
  beforeAll(() => {
    agentSocket = join(folder, 'agent');
    const started = execFileSync(requireProgram('ssh-agent'), ['-s', '-a', agentSocket], { encoding: 'utf8' });
    agentId = /SSH_AGENT_PID=(\d+)/.exec(started)?.[1] ?? '';
  });
  afterAll(() => process.kill(Number(agentId)));

  const add = (file: string) =>
    execFileSync(requireProgram('ssh-add'), ['-q', file], { env: { ...process.env, SSH_AUTH_SOCK: agentSocket } });

  it.each(['rsa', 'ecdsa', 'ed25519'] as const satisfies readonly KeyType[])(
    'goes through its keys, each seen in the log, and is let in by one of type %s',
    { timeout: 60_000 },
    async (type) => {
      const key = await makeKeyPair(folder, `agent-${type}`, { type });
      add(key.file); // the keys of the runs before are there too, and no more authorised than unknown ones
      await using server = await startDisposable();
      await server.sshd.authorize(key.publicLine);
      const { opened, log } = tryTransport({
        profile: { portNumber: server.sshd.port, userName: server.sshd.userName, noShell: true },
        dependencies: { agentSocket },
      });
      await opened();
      expect(log()).toContain(`Logged in as ${sshd.userName} with the agent's key ${key.type} ${key.fingerprint}.`);
    },
  );

  const startDisposable = async () => {
    const started = await startSshd();
    return { sshd: started, [Symbol.asyncDispose]: started.stop };
  };

  it('goes on to the password where a key of the agent is good and not enough', async () => {
    const key = await makeKeyPair(folder, 'agent-partial');
    add(key.file);
    const config = ['AuthenticationMethods publickey,password', 'PasswordAuthentication yes'];
    const server = await startSshd({ config });
    await server.authorize(key.publicLine);
    const { prompts, until, log, ended } = tryTransport({
      profile: { portNumber: server.port, userName: server.userName },
      dependencies: { agentSocket },
    });
    await until(() => prompts.some((prompt) => prompt.kind === 'password')); // and is cancelled there
    await ended();
    expect(log()).toContain(`The server accepted the agent's key ${key.type} ${key.fingerprint} and wants more.`);
    await server.stop();
  });

  it('says so where the server hangs up on too many keys', async () => {
    for (const name of ['one', 'two', 'three']) add((await makeKeyPair(folder, `agent-${name}`)).file);
    const server = await startSshd({ config: ['MaxAuthTries 2'] });
    const { ended } = tryTransport({
      profile: { portNumber: server.port, userName: 'ada' },
      dependencies: { agentSocket },
    });
    expect(await ended()).toMatchObject({
      kind: 'refused',
      failure: {
        code: 'authentication-refused',
        message: '127.0.0.1 did not let ada in and closed the connection: "Too many authentication failures"',
        retryable: false,
        hint: expect.stringContaining('agent'),
      },
    });
    await server.stop();
  });

  it('is left out where the profile says so', async () => {
    const { ended, log } = logIn({ tryAgent: false }, { dependencies: { agentSocket } });
    expect((await ended()).kind).toBe('refused');
    expect(log()).not.toContain('agent');
  });

  it('goes on without where it cannot be reached', async () => {
    const { ended, log } = logIn({}, { dependencies: { agentSocket: join(folder, 'no-agent') } });
    expect(await ended()).toMatchObject({ failure: { code: 'authentication-refused' } });
    expect(log()).toContain('The agent could not be reached.');
    expect((await agentKeys(join(folder, 'no-agent'))).ok).toBe(false);
  });

  it('is found by SSH_AUTH_SOCK, and on Windows at the pipe of OpenSSH', () => {
    expect(agentSocketOf('linux', { SSH_AUTH_SOCK: '/run/agent' })).toBe('/run/agent');
    expect(agentSocketOf('darwin', {})).toBeNull();
    expect(agentSocketOf('win32', { SSH_AUTH_SOCK: '/run/agent' })).toBe('\\\\.\\pipe\\openssh-ssh-agent');
  });
});
