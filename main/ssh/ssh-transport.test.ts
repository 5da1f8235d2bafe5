import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../e2e/lab/sshd.ts';
import type { PacketTrace } from '../session/ports/transport.ts';
import { mostWindow } from './session-channel/receive-window.ts';
import { startSshPeer } from './testing/ssh-peer.ts';
import { clockOf, type TrialOptions, tryTransport } from './testing/transport-trial.ts';

describe('a session with a real sshd', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());

  const clock = clockOf();
  const trial = (profile: TrialOptions['profile'] = {}, trace?: PacketTrace) =>
    tryTransport({
      profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...profile },
      dependencies: { clock },
      ...(trace === undefined ? {} : { trace }),
    });

  it('opens a shell in a terminal, step by step', async () => {
    const { transport, opened, until, output, events, ended } = trial();
    await opened();
    transport.write(Buffer.from('echo sum=$((40+2)) $TERM; stty size\n'));
    await until(() => output().includes('sum=42 xterm-256color') && output().includes('24 80'));
    transport.close();
    expect(await ended()).toEqual({ kind: 'disconnected' });
    const kinds = events.map((event) => (event.kind === 'phase' ? event.phase : event.kind));
    const steps = ['resolving', 'tcp', 'handshake', 'authenticating', 'authenticated', 'open', 'data', 'ended'];
    expect([...new Set(kinds)].filter((kind) => steps.includes(kind))).toEqual(steps);
    await expect.poll(clock.pending).toBe(0);
  });

  it('logs a fact a line: addresses, versions, algorithms, the key and how it was trusted, the login', async () => {
    const { opened, transport, log } = trial({ environment: [{ name: 'LC_TEST', value: 'x' }] });
    await opened();
    transport.close();
    expect(log().split('\n')).toEqual([
      `Connecting to 127.0.0.1, port ${sshd.port}.`,
      `Connected to 127.0.0.1, port ${sshd.port}.`,
      expect.stringMatching(/^Server version: SSH-2\.0-OpenSSH_/),
      `Host key: ssh-ed25519 ${sshd.hostKey.fingerprint}`,
      'The host key is known.',
      expect.stringMatching(/^Key exchange: \S+$/),
      expect.stringMatching(/^The key exchange is (not )?post-quantum/),
      'Host key algorithm: ssh-ed25519',
      expect.stringMatching(/^Cipher: \S+$/),
      'MAC: part of the cipher',
      'Compression: none',
      'There is no agent to ask for keys.',
      expect.stringMatching(/^Trying the key file \S+, ssh-ed25519 SHA256:\S+\.$/),
      'The server accepts it; signing by ssh-ed25519.',
      expect.stringMatching(/^Logged in as \S+ with the key file /),
      'Sent 1 environment variable.',
      'Started a shell.',
    ]);
  });

  it('traces all that goes over the wire', async () => {
    let sent = 0;
    const trace: PacketTrace = {
      packet: () => undefined,
      raw: (direction, bytes) => {
        if (direction === 'outgoing') sent += bytes.length;
      },
    };
    const { transport, opened, until, output } = trial({}, trace);
    await opened();
    expect(sent).toBeGreaterThan(1000);
    const before = sent;
    transport.write(Buffer.from('echo sum=$((40+2))\n'));
    await until(() => output().includes('sum=42'));
    expect(sent).toBeGreaterThan(before);
    transport.close();
  });

  it('tells the exit status of the shell', async () => {
    const { transport, opened, ended } = trial();
    await opened();
    transport.write(Buffer.from('exit 3\n'));
    expect(await ended()).toEqual({ kind: 'exited', code: 3, signal: null });
  });

  it('runs a remote command, with all of its output before the end', async () => {
    const { ended, output } = trial({ remoteCommand: 'seq 1 20000; echo to-stderr >&2; exit 7' });
    expect(await ended()).toEqual({ kind: 'exited', code: 7, signal: null });
    expect(output()).toMatch(/19999\r\n20000\r\nto-stderr\r\n$/);
  });

  it('tells the signal that ended the program', async () => {
    const { ended } = trial({ remoteCommand: 'kill -9 $$' });
    expect(await ended()).toEqual({ kind: 'exited', code: null, signal: 'SIGKILL' });
  });

  it('sends the environment, and the size that the terminal got meanwhile', async () => {
    const { transport, output, until } = trial({ environment: [{ name: 'LC_TEST', value: 'grün "$x"' }] });
    transport.resize(100, 30);
    await until(() => output().includes('$'));
    transport.write(Buffer.from('stty size; echo "<$LC_TEST>"\n'));
    await until(() => output().includes('30 100\r\n<grün "$x">'));
    transport.resize(132, 43);
    transport.write(Buffer.from('stty size\n'));
    await until(() => output().includes('43 132'));
    transport.close();
  });

  it('starts nothing where the profile says so, and stays', async () => {
    const { transport, opened, ended } = trial({ noShell: true });
    await opened();
    transport.write(Buffer.from('ignored'));
    transport.resize(90, 20);
    await new Promise<void>((resolve) => transport.sendAliveCheck(resolve));
    transport.close();
    expect(await ended()).toEqual({ kind: 'disconnected' });
  });

  it('compresses where the profile says so', async () => {
    const { opened, transport, until, output, log, ended } = trial({ compression: true });
    await opened();
    expect(log()).toContain('Compression: zlib@openssh.com');
    transport.write(Buffer.from('echo $((1+1))two\n'));
    await until(() => output().includes('2two'));
    sshd.killConnections();
    transport.write(Buffer.from('after the drop'));
    transport.sendNullPacket();
    expect(await ended()).toMatchObject({ kind: 'lost' });
    transport.write(Buffer.from('after the end'));
    transport.sendNullPacket();
    transport.resize(1, 1);
  });

  it('holds the server back while paused, and stops a flood by Ctrl+C within the window', async () => {
    const { transport, opened, until, output, count } = trial();
    await opened();
    transport.write(Buffer.from('yes 0123456789\n'));
    await until(() => output().length > 1_000_000);
    transport.pause();
    const events = count('data');
    const length = output().length;
    transport.write(Buffer.from('\u0003'));
    transport.resume();
    await until(() => output().endsWith('$ '));
    expect(count('data')).toBeGreaterThan(events);
    expect(output().length - length).toBeLessThan(2 * mostWindow + 200_000);
    transport.close();
  });

  it('is closed by the server for lack of a program, which is an exit without status', async () => {
    const peer = await startSshPeer({
      onSession: (session) => session.on('pty', (accept) => accept()).on('shell', (accept) => accept().end('bye\r\n')),
    });
    const { ended, output } = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' } });
    expect(await ended()).toEqual({ kind: 'exited', code: null, signal: null });
    expect(output()).toBe('bye\r\n');
    await peer.stop();
  });

  it('makes the name of a signal harmless, which is text of the server', async () => {
    const name = `TERM\u001b[2J\u202e${'X'.repeat(20_000)}`;
    // ssh2's server would send none but the names that it knows.
    const { SIGNALS } = createRequire(import.meta.url)('ssh2/lib/protocol/constants.js');
    SIGNALS[name] = 1;
    const peer = await startSshPeer({
      onSession: (session) => {
        session
          .on('pty', (accept) => accept())
          .on('shell', (accept) => {
            const channel = accept();
            channel.exit(name as never);
            channel.end();
          });
      },
    });
    const { ended } = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' } });
    expect(await ended()).toMatchObject({ kind: 'exited', signal: expect.stringMatching(/^SIGTERM\[2JX{1,512}…$/) });
    delete SIGNALS[name];
    await peer.stop();
  });

  it('goes on without a terminal or variables that the server refuses, and says so', async () => {
    const peer = await startSshPeer({
      onSession: (session) => {
        session.on('env', (accept, reject, { key }) => (key === 'LC_GOOD' ? accept() : reject()));
        session.on('pty', (_accept, reject) => reject()).on('shell', (accept) => accept());
      },
    });
    const environment = ['LC_GOOD', 'LC_BAD', 'OTHER'].map((name) => ({ name, value: '1' }));
    const { opened, log } = tryTransport({ profile: { portNumber: peer.port, userName: 'ada', environment } });
    await opened();
    expect(log()).toContain('The server refused to allocate a terminal.');
    expect(log()).toContain(
      'Sent 3 environment variables.\nThe server did not take these (its AcceptEnv): LC_BAD, OTHER.',
    );
    await peer.stop();
  });

  it('says so where the server refuses to open a session', async () => {
    const peer = await startSshPeer();
    const { ended } = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' } });
    expect(await ended()).toMatchObject({
      kind: 'refused',
      failure: {
        code: 'channel-refused',
        message: '127.0.0.1 accepted the login and then refused to open a session.',
      },
    });
    await peer.stop();
  });

  it('says so where the server refuses to start the program', async () => {
    const peer = await startSshPeer({ onSession: (session) => session.on('exec', (_accept, reject) => reject()) });
    const { ended } = tryTransport({ profile: { portNumber: peer.port, userName: 'ada', remoteCommand: 'ls' } });
    expect(await ended()).toMatchObject({
      kind: 'refused',
      failure: {
        code: 'channel-refused',
        message: '127.0.0.1 accepted the login and then refused to start the remote command.',
      },
    });
    await peer.stop();
  });
});
