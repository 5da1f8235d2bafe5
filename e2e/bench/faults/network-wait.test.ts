import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { SessionState } from '#contract/session/session.ts';
import { type Nat, startNat } from '../../lab/nat/nat.ts';
import { natIsPossible } from '../../lab/nat/nat-possible.ts';
import { type Sshd, startSshd } from '../../lab/sshd.ts';
import type { FromHoldfast, ToHoldfast } from './clients/holdfast-messages.ts';

const nat = await natIsPossible();
const name = nat.possible ? 'a session without a network' : `a session without a network (skipped: ${nat.reason})`;
const program = fileURLToPath(new URL('holdfast-client.ts', import.meta.url));

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Holdfast's session core on the client's machine, logged in to the server's; it reconnects when it is stalled. */
async function openSession(lab: Nat, { port, userName, clientKey: keyFile, hostKey }: Sshd) {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-network-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'known_hosts'), `[${lab.serverAddress}]:${port} ${hostKey.publicLine}\n`);
  const child = lab.client.spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, HOME: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  undo.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const states: SessionState[] = [];
  let output = '';
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const message: FromHoldfast = JSON.parse(line);
    if (message.kind === 'state') states.push(message.state);
    if (message.kind === 'output') output += message.text;
  });
  const tell = (message: ToHoldfast) => child.stdin?.write(`${JSON.stringify(message)}\n`);
  const place = { hostName: lab.serverAddress, portNumber: port, userName, keyFile, tryAgent: false };
  const checks = { aliveCheckSeconds: 1, aliveCheckCount: 2, whenStalled: 'reconnect' } as const;
  tell({ kind: 'open', folder, profile: { ...defaultProfile, ...place, ...checks } });
  return { tell, states, output: () => output };
}

const patience = { timeout: 30_000 };

describe.skipIf(!nat.possible)(name, () => {
  it('waits until there is one again, however long that takes, and is then back at once', async () => {
    const lab = await startNat({ mode: 'silent' });
    undo.push(lab.stop);
    const sshd = await startSshd({ machine: { side: lab.server, address: lab.serverAddress } });
    undo.push(sshd.stop);
    const { tell, states, output } = await openSession(lab, sshd);
    await expect.poll(() => states.at(-1)?.kind, patience).toBe('open');

    await lab.down();
    await expect.poll(() => states.at(-1), patience).toMatchObject({ kind: 'reconnecting', retryAt: null });
    const attempts = states.length;
    // Longer than the first delays of the schedule together, which would have been used up for nothing.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(states).toHaveLength(attempts);

    await lab.up();
    await expect.poll(() => states.at(-1)?.kind, patience).toBe('open');
    tell({ kind: 'type', text: 'echo is-$((40+2))-it\r' });
    await expect.poll(output, patience).toContain('is-42-it');
    expect(output()).toMatch(/— reconnected at \d\d:\d\d:\d\d, after \d+ s —/);
  }, 120_000);
});
