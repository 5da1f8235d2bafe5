import type { Session } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../e2e/lab/demo-server.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { clockOf, type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('null packets', () => {
  const echo = (session: Session) =>
    session
      .on('pty', (accept) => accept())
      .on('shell', (accept) => {
        const channel = accept();
        channel.on('data', (bytes: Buffer) => channel.write(bytes));
      });

  it('are seen by the server, one for one, from the login to the end', async () => {
    const peer = await startSshPeer({ onSession: echo });
    cleanups.push(peer.stop);
    const { transport, opened, until, output, ended } = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada' },
    });
    transport.sendNullPacket();
    await opened();
    expect(peer.ignored()).toBe(0);
    for (let i = 0; i < 5; i += 1) transport.sendNullPacket();
    await expect.poll(peer.ignored).toBe(5);
    transport.write(Buffer.from('still here'));
    await until(() => output() === 'still here');
    transport.close();
    await ended();
    transport.sendNullPacket();
    expect(peer.ignored()).toBe(5);
  });

  it('are all sent when the keys are renewed by the server meanwhile', async () => {
    const peer = await startSshPeer({ onSession: echo });
    cleanups.push(peer.stop);
    const { transport, opened, until, output } = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' } });
    await opened();
    for (let round = 1; round <= 10; round += 1) {
      peer.connections[0]?.rekey();
      transport.sendNullPacket();
      transport.write(Buffer.from('x'));
      await until(() => output().length === round);
      transport.sendNullPacket();
      await expect.poll(peer.handshakes).toBe(1 + round);
    }
    await expect.poll(peer.ignored).toBe(20);
  });
});

describe('an alive check', () => {
  it('is not taken for answered when the connection ends before its answer', async () => {
    const server = await startDemoServer({ checkAnswer: 'never' });
    cleanups.push(server.stop);
    const clock = clockOf();
    const { transport, opened, ended } = tryTransport({
      profile: { portNumber: server.port, userName: 'demo' },
      dependencies: { clock },
      answer: () => ({ kind: 'texts', texts: ['demo'] }),
    });
    await opened();
    let answers = 0;
    transport.sendAliveCheck(() => {
      answers += 1;
    });
    await expect.poll(() => server.connections[0]?.checks).toBe(1);
    transport.close();
    await ended();
    await expect.poll(clock.pending).toBe(0); // hung up
    expect(answers).toBe(0);
  });
});

describe("sshd's ClientAlive checks", () => {
  const config = ['ClientAliveInterval 1', 'ClientAliveCountMax 2'];

  it('are answered, with a shell and without: idle sessions stay for longer than the server waits', async () => {
    const stay = async (profile: TrialOptions['profile']) => {
      const sshd = await startSshd({ config: [...config, 'LogLevel DEBUG3'] });
      cleanups.push(sshd.stop);
      const { opened, transport, events, ended } = tryTransport({
        profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...profile },
      });
      await opened();
      // GLOBAL_REQUEST or CHANNEL_REQUEST; the first is the list of the server's host keys
      const checks = () => sshd.log().split(/send packet: type (?:80|98)\b/).length - 2;
      // the third unanswered one would be the end; OpenSSH 9.2 sends one every second or two
      await expect.poll(checks, { timeout: 25_000, interval: 200 }).toBeGreaterThanOrEqual(5);
      expect(events.at(-1)?.kind).not.toBe('ended');
      transport.close();
      expect(await ended()).toEqual({ kind: 'disconnected' });
    };
    await Promise.all([stay({}), stay({ noShell: true })]);
  });

  it('are answered after the exit status too, while the channel is held open', async () => {
    // without a terminal sshd keeps the channel for as long as anything holds the program's output
    const sshd = await startSshd({ config: [...config, 'PermitTTY no'] });
    cleanups.push(sshd.stop);
    const { opened, ended, log } = tryTransport({
      profile: {
        portNumber: sshd.port,
        userName: sshd.userName,
        keyFile: sshd.clientKey,
        remoteCommand: 'sleep 20 & exit 3',
      },
    });
    await opened();
    const openedAt = performance.now();
    expect(log()).toContain('The server refused to allocate a terminal.');
    expect(await ended()).toEqual({ kind: 'exited', code: 3, signal: null });
    // unanswered, OpenSSH 9.2 hangs up after 6 s
    expect(performance.now() - openedAt).toBeGreaterThan(19_500);
  }, 60_000);
});
