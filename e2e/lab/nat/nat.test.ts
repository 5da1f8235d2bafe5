import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Conversation, converse, startEcho } from './conversation.ts';
import { sweepNamespaces } from './namespaces.ts';
import { type Nat, startNat } from './nat.ts';
import { natIsPossible } from './nat-possible.ts';
import { runTool } from './run-tool.ts';

const nat = await natIsPossible();
const name = nat.possible ? 'the NAT lab' : `the NAT lab (skipped: ${nat.reason})`;
const port = 7000;
/** A connection that carries nothing gives no sign; this is far longer than an answer takes. */
const patienceMs = 400;

describe.skipIf(!nat.possible)(name, () => {
  let lab: Nat;
  const conversations: Conversation[] = [];

  beforeAll(async () => {
    lab = await startNat({ mode: 'silent' });
    await startEcho(lab.server, lab.serverAddress, port);
  });
  afterAll(() => lab.stop());
  afterEach(() => {
    for (const conversation of conversations.splice(0)) conversation.stop();
  });

  const talk = async () => {
    const conversation = await converse(lab.client, lab.serverAddress, port);
    conversations.push(conversation);
    conversation.say('hello');
    await conversation.heard();
    return conversation;
  };
  const staysSilent = (conversation: Conversation) =>
    Promise.race([
      Promise.race([conversation.heard(), conversation.over()]).then(() => false),
      new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, true)),
    ]);

  it('shows the server the address of the router', async () => {
    await talk();
    const peers = await lab.server.exec('ss', ['-Htn', 'state', 'established']);
    expect(peers).toContain('10.77.2.1:');
    expect(peers).not.toContain('10.77.1.');
  });

  it('forgets an idle connection, says nothing or resets it as it is told, and takes new ones', async () => {
    await lab.setTimeout(1);
    const idle = await talk();
    await expect.poll(lab.flows, { timeout: 10_000 }).toBe(0);
    idle.say('anybody?');
    expect(await staysSilent(idle)).toBe(true);
    await lab.setTimeout(600);
    const fresh = await talk();
    await lab.setMode('reset');
    idle.say('still?');
    expect(await idle.over()).toBe('ECONNRESET');
    fresh.say('fresh');
    await fresh.heard();
  });

  it('forgets all at once when it reboots', async () => {
    const conversation = await talk();
    await lab.flush();
    conversation.say('x');
    expect(await conversation.over()).toBe('ECONNRESET');
  });

  it.each(['both', 'to-server', 'to-client'] as const)('loses what goes %s, until it no longer does', async (way) => {
    const conversation = await talk();
    await lab.blackHole(way);
    conversation.say('x');
    expect(await staysSilent(conversation)).toBe(true);
    await lab.blackHole('none');
    await conversation.heard();
  });

  it('loses packets by chance', async () => {
    const conversation = await talk();
    await lab.loss(50);
    const sockets = () => {
      conversation.say('x');
      return lab.client.exec('ss', ['-Htin']);
    };
    await expect.poll(sockets, { timeout: 20_000 }).toContain('retrans:');
    await lab.loss(0);
    await conversation.heard();
  });

  it('is as slow as it is told to be', async () => {
    const conversation = await talk();
    await lab.slow(800);
    const began = performance.now();
    conversation.say('x'.repeat(100_000)); // 1 s at 800 kbit/s
    await conversation.heard();
    expect(performance.now() - began).toBeGreaterThan(800);
    await lab.slow(null);
  });

  it('leaves a connection unanswered when the client gets another address, which new ones have', async () => {
    const conversation = await talk();
    await lab.changeClientAddress();
    conversation.say('x');
    expect(await staysSilent(conversation)).toBe(true);
    await talk();
    expect(await lab.client.exec('ip', ['-br', 'address'])).toContain('10.77.1.3');
  });

  it('takes the network away and gives it back, and a connection outlives that', async () => {
    const conversation = await talk();
    await lab.down();
    await expect(talk()).rejects.toThrow('ENETUNREACH');
    await lab.up();
    conversation.say('x');
    await conversation.heard();
  });

  it('leaves no namespace behind, nor a process in one', async () => {
    const other = await startNat({ mode: 'reset' });
    const running = other.client.spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {});
    const before = await namespaces();
    const ended = once(running, 'exit');
    await other.stop();
    await ended;
    expect(before.length - (await namespaces()).length).toBe(3);
  });

  it('sweeps away what a killed process left behind', async () => {
    const program = `import('${new URL('nat.ts', import.meta.url)}').then(async ({ startNat }) => {
      await startNat({ mode: 'reset' });
      process.kill(process.pid, 'SIGKILL');
    })`;
    const killed = spawn(process.execPath, ['--import', 'tsx', '-e', program], { stdio: 'inherit' });
    await once(killed, 'exit');
    const isOfKilled = (namespace: string) => namespace.startsWith(`holdfast-${killed.pid}-`);
    expect((await namespaces()).filter(isOfKilled)).toHaveLength(3);
    await sweepNamespaces();
    expect((await namespaces()).filter(isOfKilled)).toEqual([]);
  });
});

const namespaces = async () => (await runTool('ip', ['netns', 'list'])).split('\n').filter((line) => line !== '');
