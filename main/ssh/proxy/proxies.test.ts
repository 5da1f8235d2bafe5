import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import {
  type RunningProxy,
  startDante,
  startMicrosocks,
  startTinyproxy,
  whyNoProxies,
} from '../../../e2e/lab/proxies.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort, loopback } from '../../../e2e/lab/tcp.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';

const missing = whyNoProxies();
const login = { user: 'ada', password: 'sesame' };

describe.skipIf(missing !== null)('a session through a real proxy', () => {
  let sshd: Sshd;
  let blockedPort = 0;
  let proxies: Record<'microsocks' | 'micro-login' | 'dante' | 'tinyproxy' | 'tiny-login', RunningProxy>;
  const clock = clockOf();
  beforeAll(async () => {
    sshd = await startSshd();
    blockedPort = await freePort();
    const [microsocks, microLogin, dante, tinyproxy, tinyLogin] = await Promise.all([
      startMicrosocks(),
      startMicrosocks(login),
      startDante(blockedPort),
      startTinyproxy(sshd.port),
      startTinyproxy(sshd.port, login),
    ]);
    proxies = { microsocks, 'micro-login': microLogin, dante, tinyproxy, 'tiny-login': tinyLogin };
  });
  afterAll(async () => {
    await sshd.stop();
    await Promise.all(Object.values(proxies ?? {}).map(({ stop }) => stop()));
  });
  afterEach(() => expect.poll(clock.pending).toBe(0));

  type Kind = Profile['proxyType'];
  const through = (
    proxyType: Kind,
    proxy: keyof typeof proxies,
    profile: Partial<Profile> = {},
    answer?: (prompt: Prompt) => PromptAnswer,
  ) =>
    tryTransport({
      profile: {
        hostName: loopback,
        portNumber: sshd.port,
        userName: sshd.userName,
        keyFile: sshd.clientKey,
        proxyType,
        proxyHost: loopback,
        proxyPort: proxies[proxy].port,
        proxyLocalhost: true,
        ...profile,
      },
      dependencies: { clock },
      ...(answer === undefined ? {} : { answer }),
    });

  /** The session works both ways; and the proxy's port, not the server's, is what it connected to. */
  const expectSession = async ({ transport, opened, until, output, log }: ReturnType<typeof through>) => {
    await opened();
    transport.write(Buffer.from('echo sum=$((40+2))\n'));
    await until(() => output().includes('sum=42'));
    expect(log()).not.toContain(`Connecting to 127.0.0.1, port ${sshd.port}.`);
    expect(log()).toContain('The proxy leads to the server.');
    transport.close();
  };

  it.each([
    ['SOCKS 5', 'microsocks', 'socks5', 'auto'],
    ['SOCKS 5', 'dante', 'socks5', 'yes'],
    ['SOCKS 5', 'dante', 'socks5', 'no'],
    ['SOCKS 4', 'dante', 'socks4', 'auto'],
    ['HTTP CONNECT', 'tinyproxy', 'http', 'auto'],
    ['HTTP CONNECT', 'tinyproxy', 'http', 'no'],
  ] as const)('opens by %s, %s (%s), with the look-up by the proxy: %s', async (_name, proxy, proxyType, proxyDns) => {
    await expectSession(through(proxyType, proxy, { proxyDns, hostName: 'localhost', addressFamily: 'ipv4' }));
  });

  it.each([
    ['micro-login', 'socks5'],
    ['tiny-login', 'http'],
  ] as const)('logs in to %s, which asks for the password, again if it was wrong', async (proxy, proxyType) => {
    const trial = through(proxyType, proxy, { proxyUserName: login.user }, (prompt) => ({
      kind: 'text',
      text: prompt.kind === 'proxy-password' && prompt.retry ? login.password : 'wrong',
    }));
    await expectSession(trial);
    const asked = { kind: 'proxy-password', proxy: loopback, port: expect.any(Number), user: 'ada' };
    expect(trial.prompts).toEqual([
      { ...asked, retry: false },
      { ...asked, retry: true },
    ]);
    expect(trial.log()).not.toContain(login.password);
  });

  it.each([
    ['micro-login', 'socks5'],
    ['tiny-login', 'http'],
  ] as const)('says that %s refused the login after three tries', async (proxy, proxyType) => {
    const trial = through(proxyType, proxy, { proxyUserName: 'ada' }, () => ({ kind: 'text', text: 'wrong' }));
    expect(await trial.ended()).toMatchObject({
      kind: 'refused',
      failure: { code: 'proxy-refused', retryable: false },
    });
    expect(trial.prompts).toHaveLength(3);
  });

  it.each([
    ['micro-login', 'socks5'],
    ['tiny-login', 'http'],
  ] as const)('says that %s wants a user name where none is given', async (proxy, proxyType) => {
    const { ended, prompts } = through(proxyType, proxy);
    expect(await ended()).toMatchObject({
      failure: { code: 'proxy-refused', message: expect.stringContaining('wants a user name and a password') },
    });
    expect(prompts).toEqual([]);
  });

  it('ends when the user cancels the question for the password', async () => {
    const { ended } = through('socks5', 'micro-login', { proxyUserName: 'ada' }, () => ({ kind: 'cancel' }));
    expect(await ended()).toMatchObject({ failure: { code: 'cancelled' } });
  });

  it.each([
    ['dante', 'socks5', 'proxy-refused'],
    ['dante', 'socks4', 'proxy-refused'],
    ['tinyproxy', 'http', 'proxy-refused'],
  ] as const)('says what %s does not allow (%s)', async (proxy, proxyType, code) => {
    const { ended } = through(proxyType, proxy, { portNumber: blockedPort });
    expect(await ended()).toMatchObject({
      failure: { code, message: expect.stringMatching(/^The proxy 127\.0\.0\.1, port \d+, does not allow/) },
    });
  });

  it.each([
    ['microsocks', 'connection-refused'],
    ['dante', 'connection-refused'],
  ] as const)('says where %s finds nothing at the port', async (proxy, code) => {
    const { ended } = through('socks5', proxy, { portNumber: await freePort() });
    expect(await ended()).toMatchObject({ failure: { code, message: expect.stringContaining('nothing listens') } });
  });

  it.each([
    ['microsocks', 'socks5'],
    ['dante', 'socks5'],
    ['dante', 'socks4'],
    ['tinyproxy', 'http'],
  ] as const)('says that %s knows no such host (%s)', async (proxy, proxyType) => {
    const { ended } = through(proxyType, proxy, { hostName: 'nowhere.invalid', proxyDns: 'yes' });
    const cause = await ended();
    expect(cause).toMatchObject({ kind: 'refused', failure: { message: expect.stringContaining('nowhere.invalid') } });
  });

  it('says so where there is no proxy', async () => {
    const { ended } = through('http', 'tinyproxy', { proxyPort: await freePort() });
    expect(await ended()).toMatchObject({
      failure: {
        code: 'connection-refused',
        message: expect.stringMatching(/^The proxy cannot be used\. 127\.0\.0\.1/),
      },
    });
  });

  it.each([
    ['http', 'microsocks'],
    ['socks4', 'microsocks'],
  ] as const)('says so where what should speak %s is %s', async (proxyType, proxy) => {
    const { ended } = through(proxyType, proxy);
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { message: expect.stringContaining('proxy') } });
  });

  it('leaves an excluded host, and this computer, to a direct connection', async () => {
    for (const profile of [{ proxyLocalhost: false }, { proxyExcludeList: '*.com, 127.*' }]) {
      const { opened, log, transport } = through('socks5', 'dante', profile);
      await opened();
      expect(log()).toContain('127.0.0.1 is connected to without the proxy.');
      transport.close();
    }
  });

  it('leaves a name to a direct connection whose address is excluded, if it is looked up here', async () => {
    const profile = { hostName: 'localhost', proxyDns: 'no', proxyExcludeList: '127.0.0.0/8, ::1' } as const;
    const { opened, log, transport } = through('socks5', 'dante', profile);
    await opened();
    expect(log()).toContain('localhost is connected to without the proxy.');
    transport.close();
  });
});
