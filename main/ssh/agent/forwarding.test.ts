import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { type LabAgent, startAgent } from '../../../e2e/lab/agent.ts';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { requireProgram } from '../../../e2e/lab/programs.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

let folder: string;
let agent: LabAgent;
let key: KeyPair;
let sshd: Sshd;
let further: Sshd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-forwarding-'));
  agent = await startAgent(folder);
  key = await makeKeyPair(folder, 'key', { comment: 'ada@home' });
  await agent.add(key.file);
  [sshd, further] = [await startSshd(), await startSshd()];
  for (const server of [sshd, further]) await server.authorize(key.publicLine);
});
afterAll(async () => {
  for (const part of [agent, sshd, further]) await part.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command on the server; gives what it printed. */
async function run(remoteCommand: string, profile: TrialOptions['profile'], answer?: TrialOptions['answer']) {
  const trial = tryTransport({
    profile: { portNumber: sshd.port, userName: sshd.userName, remoteCommand, ...profile },
    dependencies: { findAgents: async () => [agent.socket] },
    ...(answer === undefined ? {} : { answer }),
  });
  await trial.ended();
  return trial;
}

/** A real ssh on the server, which goes on to the other one with the forwarded agent. */
const goOn = () => {
  const options = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'IdentityFile=none'];
  const command = [...options.flatMap((option) => ['-o', option]), '-p', further.port, '127.0.0.1', 'echo', 'arrived'];
  return `${requireProgram('ssh')} ${command.join(' ')}`;
};

describe('a forwarded agent', { timeout: 60_000 }, () => {
  it('is off unless the profile says so', async () => {
    const { output } = await run('echo "[$SSH_AUTH_SOCK]"', {});
    expect(output()).toContain('[]');
  });

  it('lists its keys and signs for a real ssh on the server', async () => {
    const { output, log, prompts } = await run(`ssh-add -l; ${goOn()}`, { agentForwarding: 'allow' });
    expect(output()).toContain(`${key.fingerprint} ada@home`);
    expect(output()).toContain('arrived');
    expect(log()).toContain('The agent is forwarded to the server.');
    expect(log()).toContain(`A program on 127.0.0.1 uses the agent's key ${key.type} ${key.fingerprint}.`);
    expect(prompts).toEqual([]);
  });

  it('asks before each use, naming the host and the key, and refuses without consent', async () => {
    const allow: PromptAnswer = { kind: 'accept-once' };
    const allowed = await run(`${goOn()}; ${goOn()}`, { agentForwarding: 'ask' }, () => allow);
    expect(allowed.output().match(/arrived/g)).toHaveLength(2);
    const question = {
      kind: 'agent-use',
      host: '127.0.0.1',
      keyType: key.type,
      fingerprint: key.fingerprint,
      comment: 'ada@home',
    };
    expect(allowed.prompts).toEqual([question, question]);
    const refused = await run(goOn(), { agentForwarding: 'ask' });
    expect(refused.output()).not.toContain('arrived');
    expect(refused.output()).toContain('Permission denied');
    expect(refused.log()).toContain("was not allowed to use the agent's key");
  });

  it('lets nobody on the server add, remove or lock keys', async () => {
    const { output } = await run('ssh-add -D; ssh-add -l', { agentForwarding: 'allow' });
    expect(output()).toContain(key.fingerprint);
    const held = execFileSync(requireProgram('ssh-add'), ['-l'], { env: { SSH_AUTH_SOCK: agent.socket } });
    expect(held.toString()).toContain(key.fingerprint);
  });

  it('is not there where the server does not want it, which is said', async () => {
    const server = await startSshd({ config: ['AllowAgentForwarding no'] });
    try {
      await server.authorize(key.publicLine);
      const { output, log } = await run('echo "[$SSH_AUTH_SOCK]"', {
        agentForwarding: 'allow',
        portNumber: server.port,
      });
      expect(output()).toContain('[]');
      expect(log()).toContain('The server refused agent forwarding.');
    } finally {
      await server.stop();
    }
  });
});
