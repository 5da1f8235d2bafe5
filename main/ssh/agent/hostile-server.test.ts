import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, ServerChannel } from 'ssh2';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { encodeString } from '../encoding.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { framed } from './connection.ts';
import { identitiesAnswerOf, signatureRequest } from './messages.ts';
import { type ScriptedAgent, startScriptedAgent } from './testing/scripted-agent.ts';

let folder: string;
let agent: ScriptedAgent;
const place = () => join(folder, 'agent');
const blob = encodeString('ssh-ed25519');
const comment = 'ada\u202e\u001b[2J'.repeat(100);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-hostile-agent-'));
  const signature = Buffer.concat([Buffer.of(14), encodeString('signature')]);
  agent = await startScriptedAgent(place(), (request) =>
    request[0] === 11 ? identitiesAnswerOf([{ blob, comment }]) : signature,
  );
});
afterAll(async () => {
  await agent.stop();
  await rm(folder, { recursive: true, force: true });
});

const signing = framed(signatureRequest(blob, Buffer.from('what it wants'), 'ssh-ed25519'));

/** ssh2's server side has no call for it. */
interface Private {
  readonly _chanMgr: { readonly add: (opened: object) => number };
  readonly _protocol: { readonly openssh_authAgent: (id: number, window: number, maxPacket: number) => void };
}

/** Opens a channel to the agent of who is logged in; null if that is refused. */
function openAgent(connection: Connection): Promise<ServerChannel | null> {
  return new Promise((resolve) => {
    const opened = (_error: unknown, channel?: ServerChannel) => {
      channel?.on('error', () => {});
      resolve(channel ?? null);
    };
    const { _chanMgr, _protocol } = connection as unknown as Private;
    _protocol.openssh_authAgent(_chanMgr.add(Object.assign(opened, { type: 'auth-agent' })), 2 ** 21, 32_768);
  });
}

/** A session to a server that does as the test says, and forgets nothing that it was answered. */
async function connect(
  agentForwarding: Profile['agentForwarding'],
  answer: () => PromptAnswer | Promise<PromptAnswer> = () => ({ kind: 'cancel' }),
) {
  const peer = await startSshPeer({
    onSession: (session) => {
      session.on('pty', (accept) => accept?.());
      session.on('auth-agent', (accept) => accept?.());
      session.on('shell', (accept) => accept());
    },
  });
  onTestFinished(() => peer.stop());
  const trial = tryTransport({
    profile: { portNumber: peer.port, userName: 'ada', tryAgent: false, agentForwarding },
    dependencies: { findAgents: async () => [place()] },
    answer,
  });
  onTestFinished(() => trial.transport.close());
  await trial.opened();
  const [connection] = peer.connections;
  if (connection === undefined) throw new Error('Nobody has connected.');
  const open = () => openAgent(connection);
  const mustOpen = async () => {
    const channel = await open();
    if (channel === null) throw new Error('The channel was refused.');
    return channel;
  };
  return { ...trial, open, mustOpen };
}

const isOver = (channel: ServerChannel) => new Promise((resolve) => channel.on('close', resolve).resume());

describe('a server that wants the agent', { timeout: 30_000 }, () => {
  it('gets no channel where the profile does not forward it', async () => {
    expect(await (await connect('off')).open()).toBeNull();
  });

  it.each([
    ['rubbish', Buffer.alloc(64, 0xff)],
    ['a request of no bytes', Buffer.alloc(4)],
    ['a request that is too long', Buffer.of(0, 4, 0, 1)],
    ['more requests than anybody answers', Buffer.concat(Array.from({ length: 40 }, () => signing))],
  ])('is hung up on with %s, as often as it tries', async (_what, bytes) => {
    const { mustOpen, events } = await connect('ask', () => new Promise(() => {}));
    for (let round = 0; round < 20 && bytes.length < 100; round += 1) {
      const channel = await mustOpen();
      channel.write(bytes);
      await isOver(channel);
    }
    const last = await mustOpen();
    last.write(bytes);
    await isOver(last);
    expect(events.at(-1)?.kind).not.toBe('ended');
  });

  it('has its question taken back when it closes the channel that asked', async () => {
    let answered = 0;
    const { mustOpen, prompts, asked } = await connect('ask', () => new Promise(() => {}));
    const channel = await mustOpen();
    channel.write(signing);
    await expect.poll(() => prompts.length).toBe(1);
    void asked[0]?.then(() => {
      answered += 1;
    });
    channel.close();
    await expect.poll(() => answered).toBe(1);
    // It was no refusal: the next one is asked about as ever.
    const next = await mustOpen();
    next.write(signing);
    await expect.poll(() => prompts.length).toBe(2);
  });

  it('answers what came before the end of what a program says', async () => {
    const { mustOpen } = await connect('allow');
    const channel = await mustOpen();
    const answers: Buffer[] = [];
    channel.on('data', (bytes: Buffer) => answers.push(bytes));
    channel.write(Buffer.concat([signing, signing]));
    channel.eof();
    await isOver(channel);
    const signature = framed(Buffer.concat([Buffer.of(14), encodeString('signature')]));
    expect(Buffer.concat(answers)).toEqual(Buffer.concat([signature, signature]));
  });

  it('asks the user no more than a few times, whatever it opens and closes', async () => {
    const { mustOpen, prompts, log } = await connect('ask', () => new Promise(() => {}));
    for (let round = 0; round < 40; round += 1) {
      const channel = await mustOpen();
      const { length } = agent.requests;
      channel.write(signing);
      await expect.poll(() => agent.requests.length).toBeGreaterThan(length);
      if (round < 16) await expect.poll(() => prompts.length).toBe(round + 1);
      channel.close();
      await isOver(channel);
    }
    await expect.poll(log).toContain('127.0.0.1 may not use the agent any more until you connect again.');
    expect(prompts).toHaveLength(16);
  });

  it('asks no more after three refusals in a row', async () => {
    const { mustOpen, prompts, log } = await connect('ask');
    const channel = await mustOpen();
    channel.resume();
    for (let round = 0; round < 5; round += 1) channel.write(signing);
    await expect.poll(log).toContain('127.0.0.1 may not use the agent any more until you connect again.');
    await expect.poll(() => log().match(/was not allowed/g)).toHaveLength(5);
    expect(prompts).toHaveLength(3);
  });

  it('may ask again after a yes; what a key says of itself is made harmless', async () => {
    let asked = 0;
    const { mustOpen, prompts } = await connect('ask', () => {
      asked += 1;
      return { kind: asked % 3 === 0 ? 'accept-once' : 'cancel' };
    });
    const channel = await mustOpen();
    channel.resume();
    for (let round = 1; round <= 7; round += 1) {
      channel.write(signing);
      await expect.poll(() => prompts.length).toBe(round);
    }
    expect(prompts[0]).toMatchObject({ kind: 'agent-use', comment: expect.stringMatching(/^[ad[2J]+…$/) });
  });

  it('fills no memory while the user thinks', async () => {
    const { mustOpen, events, prompts } = await connect('ask', () => new Promise(() => {}));
    const channel = await mustOpen();
    channel.write(signing);
    await expect.poll(() => prompts.length).toBe(1);
    // Half a request, then more of it than any has; on the other stream, what nobody reads.
    const before = process.memoryUsage();
    for (let megabytes = 0; megabytes < 64 && channel.writable; megabytes += 1) {
      channel.stderr.write(Buffer.alloc(2 ** 20));
      channel.write(Buffer.alloc(2 ** 20, 1));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await isOver(channel);
    const { arrayBuffers } = process.memoryUsage();
    expect(arrayBuffers - before.arrayBuffers).toBeLessThan(200 * 2 ** 20);
    expect(events.at(-1)?.kind).not.toBe('ended');
  });
});
