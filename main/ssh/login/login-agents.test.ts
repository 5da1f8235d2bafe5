import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LabAgent, startAgent } from '../../../e2e/lab/agent.ts';
import { type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { type Sshd, type SshdOptions, startSshd } from '../../../e2e/lab/sshd.ts';
import { type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

let folder: string;
let agent: LabAgent;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-agents-'));
  agent = await startAgent(folder);
});
afterAll(async () => {
  await agent.stop();
  await rm(folder, { recursive: true, force: true });
});

const servers: Sshd[] = [];
afterEach(async () => {
  await agent.add('-D');
  for (const server of servers.splice(0)) await server.stop();
});

async function start(options?: SshdOptions): Promise<Sshd> {
  const server = await startSshd(options);
  servers.push(server);
  return server;
}

const logIn = (sshd: Sshd, profile: TrialOptions['profile'] = {}, places: readonly string[] = [agent.socket]) =>
  tryTransport({
    profile: { portNumber: sshd.port, userName: sshd.userName, noShell: true, ...profile },
    dependencies: { findAgents: async () => places },
  });

describe('a login by an agent', () => {
  it.each(['rsa', 'ecdsa', 'ed25519'] as const satisfies readonly KeyType[])(
    'goes through its keys, each seen in the log, and is let in by one of type %s',
    { timeout: 60_000 },
    async (type) => {
      const other = await makeKeyPair(folder, `other-${type}`);
      const key = await makeKeyPair(folder, `agent-${type}`, { type });
      await agent.add(other.file);
      await agent.add(key.file);
      const sshd = await start();
      await sshd.authorize(key.publicLine);
      const { opened, log } = logIn(sshd);
      await opened();
      expect(log()).toContain('The agent holds 2 keys.');
      expect(log()).toContain(`Trying the agent's key ${other.type} ${other.fingerprint}.`);
      expect(log()).toContain(`Logged in as ${sshd.userName} with the agent's key ${key.type} ${key.fingerprint}.`);
    },
  );

  it.each(['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'])(
    'signs by %s where the server takes nothing else, with an RSA key of the agent and with one of a file',
    { timeout: 60_000 },
    async (algorithm) => {
      const key = await makeKeyPair(folder, `signs-${algorithm}`, { type: 'rsa' });
      await agent.add(key.file);
      const sshd = await start({ config: [`PubkeyAcceptedAlgorithms ${algorithm}`] });
      await sshd.authorize(key.publicLine);
      const byAgent = logIn(sshd);
      const byFile = logIn(sshd, { keyFile: key.file }, []);
      await byAgent.opened();
      await byFile.opened();
      for (const { log } of [byAgent, byFile]) expect(log()).toContain(`signing by ${algorithm}`);
    },
  );

  it('goes on to the password where a key of the agent is good and not enough', async () => {
    const key = await makeKeyPair(folder, 'agent-partial');
    await agent.add(key.file);
    const config = ['AuthenticationMethods publickey,password', 'PasswordAuthentication yes'];
    const sshd = await start({ config });
    await sshd.authorize(key.publicLine);
    const { prompts, until, log, ended } = logIn(sshd);
    await until(() => prompts.some((prompt) => prompt.kind === 'password')); // and is cancelled there
    await ended();
    expect(log()).toContain(`The server accepted the agent's key ${key.type} ${key.fingerprint} and wants more.`);
  });

  it('says so where the server hangs up on too many keys', async () => {
    for (const name of ['one', 'two', 'three']) await agent.add((await makeKeyPair(folder, `agent-${name}`)).file);
    const sshd = await start({ config: ['MaxAuthTries 2'] });
    expect(await logIn(sshd, { userName: 'ada' }).ended()).toMatchObject({
      kind: 'refused',
      failure: {
        code: 'authentication-refused',
        message: '127.0.0.1 did not let ada in and closed the connection: "Too many authentication failures"',
        retryable: false,
        hint: expect.stringContaining('agent'),
      },
    });
  });

  it('gets in by a key file where the server allows one try, whatever the agent holds', async () => {
    await agent.add((await makeKeyPair(folder, 'agent-six')).file);
    const sshd = await start({ config: ['MaxAuthTries 1'] });
    await logIn(sshd, { keyFile: sshd.clientKey }).opened();
  });

  it('tries a key file before the other keys of the agent, and by the agent where that holds it', async () => {
    for (const name of ['four', 'five']) await agent.add((await makeKeyPair(folder, `agent-${name}`)).file);
    const key = await makeKeyPair(folder, 'held', { passphrase: 'never asked' });
    const plain = await makeKeyPair(folder, 'to-add');
    const sshd = await start({ config: ['MaxAuthTries 2'] });
    await sshd.authorize(plain.publicLine);
    await agent.add(plain.file);
    await chmod(plain.file, 0o600);
    const { opened, prompts, log } = logIn(sshd, { keyFile: plain.file });
    await opened();
    expect(log()).toContain(`with the agent's key ${plain.type} ${plain.fingerprint}.`);
    expect(prompts).toEqual([]);
    // Of a key that the server does not want no passphrase is asked either.
    const refused = logIn(sshd, { keyFile: key.file, identitiesOnly: true });
    expect(await refused.ended()).toMatchObject({ failure: { code: 'authentication-refused' } });
    expect(refused.prompts).toEqual([]);
    expect(refused.log()).not.toContain(plain.fingerprint);
  });

  it('takes a public key for the name of one that the agent holds', async () => {
    const key = await makeKeyPair(folder, 'by-name');
    const other = await makeKeyPair(folder, 'not-named');
    const sshd = await start();
    await sshd.authorize(key.publicLine);
    await agent.add(other.file);
    const request = { keyFile: `${key.file}.pub`, identitiesOnly: true };
    expect(await logIn(sshd, request).ended()).toMatchObject({
      failure: { code: 'key-unusable', message: expect.stringContaining('no agent holds the private one') },
    });
    await agent.add(key.file);
    await logIn(sshd, request).opened();
  });

  it('is left out where the profile says so', async () => {
    const { ended, log } = logIn(await start(), { tryAgent: false });
    expect((await ended()).kind).toBe('refused');
    expect(log()).not.toContain('agent');
  });

  it('goes on without where it cannot be reached, or holds nothing, or is locked', async () => {
    const sshd = await start();
    const unreachable = logIn(sshd, {}, [join(folder, 'no-agent')]);
    expect(await unreachable.ended()).toMatchObject({ failure: { code: 'authentication-refused' } });
    expect(unreachable.log()).toContain('The agent could not be reached.');
    const empty = logIn(sshd);
    await empty.ended();
    expect(empty.log()).toContain('The agent holds no keys, or is locked.');
  });
});
