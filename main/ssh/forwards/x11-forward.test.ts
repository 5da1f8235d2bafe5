import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'ssh2';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { startXServer, type XServer } from '../../../e2e/lab/x-server.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';
import { startSilentDisplay } from './testing/silent-display.ts';
import { displayLimit } from './x11-forward.ts';

describe('X11 forwarding with a real X server', () => {
  let sshd: Sshd;
  let xServer: XServer;
  beforeAll(async () => {
    [sshd, xServer] = await Promise.all([startSshd({ config: ['X11Forwarding yes'] }), startXServer()]);
  });
  afterAll(() => Promise.all([sshd.stop(), xServer.stop()]));

  const trial = (
    profile: Partial<Profile>,
    display: string | null = xServer.display,
    server = sshd,
    clock: Clock = clockOf(),
  ) => {
    const { port: portNumber, userName, clientKey: keyFile } = server;
    const login = { portNumber, userName, keyFile, tryAgent: false, x11Forward: true };
    const x11 = { display, authorityFile: xServer.authorityFile, hostName: 'renamed-since' };
    const started = tryTransport({ profile: { ...login, ...profile }, dependencies: { x11, clock } });
    onTestFinished(() => started.transport.close());
    const standings = () => started.events.flatMap((event) => (event.kind === 'x11' ? [event.standing] : []));
    return { ...started, standings };
  };

  it('shows programs of the server here, by a cookie of its own', async () => {
    const { ended, output, log, standings } = trial({ remoteCommand: 'xdpyinfo && xauth list' });
    expect(await ended()).toMatchObject({ kind: 'exited', code: 0 });
    expect(output()).toContain('dimensions:    320x240 pixels');
    const [, cookie] = /MIT-MAGIC-COOKIE-1\s+([0-9a-f]{32})/.exec(output()) ?? [];
    expect(cookie).toBeDefined();
    expect(output()).not.toContain(xServer.cookie);
    expect(log()).toContain('X11 forwarding is on.');
    const [standing] = standings();
    expect(standing).toMatchObject({ kind: 'on', display: xServer.display });
    const counts = standing?.kind === 'on' ? standing.counts() : null;
    expect(counts).toMatchObject({ total: 1, failed: 0 });
    expect(counts?.received).toBeGreaterThan(0);
    expect(counts?.sent).toBeGreaterThan(1000);
  });

  it('shows a window for as long as its program runs', async () => {
    const { opened, transport, ended } = trial({ remoteCommand: 'exec xev -name "from afar"' });
    await opened();
    await expect.poll(() => xServer.ask('xwininfo', '-root', '-tree')).toContain('from afar');
    transport.close();
    await ended();
    await expect.poll(() => xServer.ask('xwininfo', '-root', '-tree')).not.toContain('from afar');
  });

  it('makes a new cookie for each connection', async () => {
    const cookieOf = async () => {
      const { ended, output } = trial({ remoteCommand: 'xauth list $DISPLAY' });
      await ended();
      return /[0-9a-f]{32}/.exec(output())?.[0];
    };
    const [first, second] = [await cookieOf(), await cookieOf()];
    expect(first).toBeDefined();
    expect(second).not.toBe(first);
  });

  it('refuses a program that has another cookie', async () => {
    const { ended, output, log } = trial({
      remoteCommand: `xauth -q add $DISPLAY . ${'0'.repeat(32)} && xauth -q list && xdpyinfo`,
    });
    expect(await ended()).toMatchObject({ kind: 'exited', code: 1 });
    expect(output()).not.toContain('dimensions');
    expect(log()).toContain("did not have this session's X11 cookie");
  });

  it('takes the display and the authority file of the profile', async () => {
    const { authorityFile: x11AuthorityFile } = xServer;
    const { ended, output } = trial(
      { x11Display: `unix${xServer.display}.0`, x11AuthorityFile, remoteCommand: 'xdpyinfo' },
      ':9999',
    );
    expect(await ended()).toMatchObject({ code: 0 });
    expect(output()).toContain('320x240');
  });

  it('does without a cookie where the authority file is a pipe, and waits for nobody to write into it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-x11-pipe-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const x11AuthorityFile = join(folder, 'authority');
    execFileSync('mkfifo', [x11AuthorityFile]);
    const { ended, output } = trial({ x11AuthorityFile, remoteCommand: 'xdpyinfo' });
    expect(await ended()).toMatchObject({ kind: 'exited', code: 1 });
    expect(output()).toContain('Authorization required');
  });

  it('says that the display cannot be reached, has none, or is none', async () => {
    const gone = trial({ remoteCommand: 'xdpyinfo' }, ':9999');
    expect(await gone.ended()).toMatchObject({ kind: 'exited', code: 1 });
    expect(gone.log()).toContain('the display :9999 cannot be reached (ENOENT)');
    expect(gone.standings()[0]).toMatchObject({ kind: 'on' });
    const none = trial({ remoteCommand: 'echo "[$DISPLAY]"' }, null);
    await none.ended();
    expect(none.output()).toContain('[]');
    expect(none.log()).toContain('No X11 forwarding: this computer has no X display.');
    expect(none.standings()).toEqual([
      { kind: 'failed', reason: 'No X11 forwarding: this computer has no X display.' },
    ]);
    const odd = trial({ remoteCommand: 'true', x11Display: 'odd' });
    await odd.ended();
    expect(odd.log()).toContain('No X11 forwarding: odd is no display.');
  });

  it('gives up on a display that never answers', async () => {
    const display = await startSilentDisplay();
    const clock = clockOf();
    const impatient = {
      ...clock,
      after: (ms, run) => clock.after(ms === displayLimit ? 100 : ms, run),
    } satisfies Clock;
    const { ended, log } = trial({ remoteCommand: 'xdpyinfo' }, display, sshd, impatient);
    expect(await ended()).toMatchObject({ kind: 'exited', code: 1 });
    expect(log()).toContain(`the display ${display} did not answer within 10 s`);
  });

  it('says that the server refuses it, and goes on without', async () => {
    const strict = await startSshd({ config: ['X11Forwarding no'] });
    onTestFinished(() => strict.stop());
    const { ended, log } = trial({ remoteCommand: 'true' }, xServer.display, strict);
    expect(await ended()).toMatchObject({ code: 0 });
    expect(log()).toContain('The server refused X11 forwarding');
  });
});

describe('a server that asks for the display', () => {
  const openX11 = async (x11Forward: boolean, first: Buffer) => {
    let opened: Promise<boolean> | null = null;
    const peer = await startSshPeer({
      onSession: (session: Session, connection) => {
        session.on('pty', (accept) => accept?.());
        session.on('x11', (accept) => accept?.());
        session.on('shell', (accept) => {
          accept();
          opened = new Promise((resolve) => {
            connection.x11('127.0.0.1', 1, (error, channel) => {
              if (error) return resolve(false);
              channel.on('close', () => resolve(true)).on('error', () => {});
              channel.resume();
              channel.write(first);
            });
          });
        });
      },
    });
    onTestFinished(() => peer.stop());
    const x11 = { display: ':9999', authorityFile: '/nowhere', hostName: 'here' };
    const profile = { portNumber: peer.port, userName: 'ada', tryAgent: false, x11Forward };
    const trial = tryTransport({ profile, dependencies: { x11 } });
    onTestFinished(() => trial.transport.close());
    await trial.opened();
    return { wasOpened: await opened, ...trial };
  };

  it('gets no channel where the profile does not say so', async () => {
    expect((await openX11(false, Buffer.alloc(0))).wasOpened).toBe(false);
  });

  it.each([
    ['rubbish', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a cookie that is too long', Buffer.from([0x6c, 0, 11, 0, 0, 0, 18, 0, 255, 255, 0, 0])],
    ['no cookie', Buffer.from([0x42, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('is closed with %s, and the session lives', async (_what, first) => {
    const { wasOpened, log, events } = await openX11(true, first);
    expect(wasOpened).toBe(true);
    expect(log()).toContain("did not have this session's X11 cookie");
    expect(events.at(-1)?.kind).not.toBe('ended');
  });
});
