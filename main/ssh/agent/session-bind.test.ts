import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import { type LabAgent, startAgent } from '../../../e2e/lab/agent.ts';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { requireProgram } from '../../../e2e/lab/programs.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { tryTransport } from '../testing/transport-trial.ts';

let folder: string;
let agent: LabAgent;
let key: KeyPair;
let gate: Sshd;
let inner: Sshd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-session-bind-'));
  [agent, key, gate, inner] = await Promise.all([
    startAgent(folder),
    makeKeyPair(folder, 'key'),
    startSshd(),
    startSshd(),
  ]);
  for (const server of [gate, inner]) await server.authorize(key.publicLine);
  const lines = [`gate ${gate.hostKey.publicLine}`, `inner ${inner.hostKey.publicLine}`];
  await writeFile(join(folder, 'hosts'), `${lines.join('\n')}\n`);
});
afterAll(async () => {
  for (const part of [agent, gate, inner]) await part.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Loads the key for these destinations alone, in the words of ssh-add -h. */
async function constrain(...destinations: readonly string[]): Promise<void> {
  const words = destinations.flatMap((destination) => ['-h', destination]);
  const env = { ...process.env, SSH_AUTH_SOCK: agent.socket };
  const args = ['-q', '-H', join(folder, 'hosts'), ...words, key.file];
  await promisify(execFile)(requireProgram('ssh-add'), args, { env });
  onTestFinished(() => agent.remove(key.file));
}

/** Logs in to a server by the agent alone, and runs a command. */
function logIn({ port: portNumber, userName }: Sshd, profile: Partial<Profile>) {
  const only = { keyFile: '', tryDefaultKeys: false, tryPassword: false, tryKeyboardInteractive: false };
  return tryTransport({
    profile: { portNumber, userName, ...only, ...profile },
    dependencies: { findAgents: async () => [agent.socket] },
  });
}

/** A real ssh on the server, which goes on to the inner one with the forwarded agent. */
const goOn = () => {
  const options = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'IdentityFile=none'];
  const command = [...options.flatMap((option) => ['-o', option]), '-p', inner.port, '127.0.0.1', 'echo', 'arrived'];
  return `${requireProgram('ssh')} ${command.join(' ')}`;
};

describe('a key that a real ssh-agent has for some destinations alone', { timeout: 60_000 }, () => {
  it('logs in where it may, and is not even listed elsewhere', async () => {
    await constrain('gate');
    const allowed = logIn(gate, { remoteCommand: 'echo in' });
    expect(await allowed.ended()).toMatchObject({ kind: 'exited', code: 0 });
    expect(allowed.output()).toContain('in');
    const elsewhere = logIn(inner, { remoteCommand: 'echo in' });
    expect(await elsewhere.ended()).toMatchObject({ kind: 'refused', failure: { code: 'authentication-refused' } });
    expect(elsewhere.log()).toContain('The agent holds no keys, or is locked.');
  });

  it('goes on to the next server where it may, over a forwarded agent', async () => {
    await constrain('gate', 'gate>inner');
    const trial = logIn(gate, { agentForwarding: 'allow', remoteCommand: goOn() });
    await trial.ended();
    expect(trial.output()).toContain('arrived');
  });

  it('does not go on where it may not', async () => {
    await constrain('gate');
    const trial = logIn(gate, { agentForwarding: 'allow', remoteCommand: goOn() });
    await trial.ended();
    expect(trial.output()).toContain('Permission denied');
    expect(trial.output()).not.toContain('arrived');
  });
});
