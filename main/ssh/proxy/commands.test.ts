import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { findProgram } from '../../../e2e/lab/programs.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort, loopback } from '../../../e2e/lab/tcp.ts';
import { startTelnetProxy, type TelnetProxy } from '../../../e2e/lab/telnet-proxy.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';

let sshd: Sshd;
let telnet: TelnetProxy;
beforeAll(async () => {
  [sshd, telnet] = await Promise.all([startSshd(), startTelnetProxy()]);
});
afterAll(async () => {
  telnet.stop();
  await sshd.stop();
});
const clock = clockOf();
afterEach(() => expect.poll(clock.pending).toBe(0));

const trial = (profile: Partial<Profile>, answer: PromptAnswer = { kind: 'cancel' }) =>
  tryTransport({
    profile: {
      hostName: loopback,
      portNumber: sshd.port,
      userName: sshd.userName,
      keyFile: sshd.clientKey,
      proxyLocalhost: true,
      ...profile,
    },
    dependencies: { clock },
    answer: () => answer,
  });

const expectSession = async ({ transport, opened, until, output, ended }: ReturnType<typeof trial>) => {
  await opened();
  transport.write(Buffer.from('seq 1 20000 | tail -1; echo sum=$((40+2))\n'));
  await until(() => output().includes('20000\r\nsum=42'));
  transport.close();
  await ended();
};

const processesWith = (text: string) =>
  execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(text));

describe('a session through a Telnet proxy', () => {
  const through = (proxyCommand: string, profile: Partial<Profile> = {}, answer?: PromptAnswer) =>
    trial({ proxyType: 'telnet', proxyHost: loopback, proxyPort: telnet.port, proxyCommand, ...profile }, answer);

  it('opens by the command as it is by default', async () => {
    await expectSession(through('connect %host %port\\n'));
    expect(telnet.commands.at(-1)).toBe(`connect ${loopback} ${sshd.port}`);
  });

  it('is given the login, with the password as it was typed', async () => {
    const answer = { kind: 'text', text: '%host \\n' } as const;
    const session = through('%user:%pass connect %host %port\\r\\n', { proxyUserName: 'ada' }, answer);
    await expectSession(session);
    expect(telnet.commands.at(-1)).toBe(`ada:%host \\n connect ${loopback} ${sshd.port}\r`);
    expect(session.log()).not.toContain('%host \\n');
  });

  it('quotes what the proxy says where it does not lead on', async () => {
    const { ended } = through('go %host\\n');
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { message: expect.stringContaining('Welcome') } });
  });
});

describe('a session through a local command', () => {
  const through = (proxyCommand: string, profile: Partial<Profile> = {}) =>
    trial({ proxyType: 'command', proxyCommand, ...profile });

  it.skipIf(findProgram('nc') === null)('opens by nc, and leaves no process behind', async () => {
    const session = through('nc %h %p');
    await expectSession(session);
    expect(session.log()).toContain(`Running the proxy command: nc 127.0.0.1 ${sshd.port}`);
    await expect.poll(() => processesWith(`nc 127.0.0.1 ${sshd.port}`)).toEqual([]);
  });

  it('opens by ssh -W, with what that says in the log', async () => {
    const options = `-v -F none -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -i ${sshd.clientKey}`;
    const session = through(`ssh ${options} -p ${sshd.port} -W %host:%port %r@${loopback}`);
    await expectSession(session);
    expect(session.log()).toMatch(/Proxy command: .*OpenSSH/);
  });

  it('says how the command ended, with its last words', async () => {
    const { ended, log } = through('echo "no way out" >&2; exit 7');
    expect(await ended()).toMatchObject({
      kind: 'refused',
      failure: { code: 'proxy-failed', message: 'The proxy command ended with exit status 7: "no way out"' },
    });
    expect(log()).toContain('Proxy command: no way out');
  });

  it.each([
    ['that there is no such command', 'no-such-command-here %h', /exit status 127/],
    ['that it ends at once without an error', 'true', /closed the connection/],
    ['that it leads nowhere', 'nc 127.0.0.1 %p', /The proxy command ended|closed the connection/],
    ['what it prints instead of SSH', 'echo hello', /"hello"/],
  ])('says %s', async (_what, command, message) => {
    const { ended } = through(command, { portNumber: await freePort() });
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { message: expect.stringMatching(message) } });
  });

  it('is lost when the command is', async () => {
    const { opened, ended, log } = through('echo "pid=$$" >&2; exec nc %host %port');
    await opened();
    process.kill(Number(/pid=(\d+)/.exec(log())?.[1]), 'SIGKILL');
    expect(await ended()).toMatchObject({
      kind: 'lost',
      failure: { message: expect.stringContaining('The proxy command ended by SIGKILL') },
    });
  });

  it('ends the whole group of processes, also one that ignores the request', async () => {
    const mark = `sleep 60.${process.pid}`;
    const { transport, until, log, ended } = through(`trap "" TERM; ${mark} & echo up >&2; wait`);
    await until(() => log().includes('Proxy command: up'));
    transport.close();
    await ended();
    await expect.poll(() => processesWith(mark), { timeout: 10_000 }).toEqual([]);
  });

  it('ends what is left of the group where the shell has ended, and nothing holds its output', async () => {
    const mark = `sleep 61.${process.pid}`;
    const left = `(trap "" TERM; exec ${mark} </dev/null >/dev/null 2>&1) &`;
    const { transport, until, log, ended } = through(`${left} echo up >&2; exec sleep 62`);
    await until(() => log().includes('Proxy command: up'));
    await expect.poll(() => processesWith(mark)).not.toEqual([]);
    transport.close();
    await ended();
    await expect.poll(() => processesWith(mark), { timeout: 10_000 }).toEqual([]);
  });

  it.each([
    ['host', { hostName: 'a;touch /tmp/x' }],
    ['host', { hostName: '-oProxyCommand=x' }],
    ['host', { hostName: '$(id)' }],
    ['user', { userName: 'ada`id`' }],
    ['user', { userName: 'a b' }],
  ])('is never given a %s that a shell could interpret: %j', async (_what, profile) => {
    const { ended, log } = through('echo %h %r', { proxyDns: 'yes', ...profile });
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { code: 'route-invalid', retryable: false } });
    expect(log()).not.toContain('Running');
  });

  it('is never given the password', async () => {
    expect(await through('login %pass').ended()).toMatchObject({
      failure: { code: 'route-invalid', message: expect.stringContaining('%pass') },
    });
  });
});
