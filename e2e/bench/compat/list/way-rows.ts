import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { type RunningProxy, startDante, startMicrosocks, startTinyproxy } from '../../../lab/proxies.ts';
import { type Sshd, startSshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import { tryHoldfast } from '../clients/holdfast.ts';
import { hostName, type Login } from '../clients/login.ts';
import { optionsOf } from '../clients/openssh.ts';
import type { Attempts, Row } from '../row.ts';
import type { Parts } from './parts.ts';

/** Ways to a server that is not reached directly: proxies, a command, jump hosts. */
export function wayRows(parts: Parts): readonly Row[] {
  const { servers, tryBoth } = parts;
  const row = (server: string, method: string, attempt: Row['attempt']): Row => ({
    group: 'ways',
    server,
    method,
    key: '',
    refusal: null,
    attempt,
  });
  const atServer = (use: (login: Login) => Promise<Attempts>) => async () => {
    const { login, clientKey } = await servers.named('sshd');
    return use({ ...login, keyFile: clientKey });
  };
  /** netcat speaks to the proxy for ssh. */
  const proxied = (proxyType: Profile['proxyType'], start: (port: number) => Promise<RunningProxy>, netcat: string) =>
    atServer(async (login) => {
      const proxy = await start(login.port);
      try {
        return await tryBoth({
          ...login,
          settings: { proxyType, proxyHost: loopback, proxyPort: proxy.port, proxyLocalhost: true },
          options: [`ProxyCommand=nc -X ${netcat} -x ${loopback}:${proxy.port} %h %p`],
        });
      } finally {
        await proxy.stop();
      }
    });
  return [
    row(
      'sshd',
      'SOCKS 5 proxy (microsocks)',
      proxied('socks5', () => startMicrosocks(), '5'),
    ),
    row(
      'sshd',
      'SOCKS 5 proxy (dante)',
      proxied('socks5', () => startDante(1), '5'),
    ),
    row(
      'sshd',
      'SOCKS 4 proxy (dante)',
      proxied('socks4', () => startDante(1), '4'),
    ),
    row(
      'sshd',
      'HTTP proxy (tinyproxy)',
      proxied('http', (port) => startTinyproxy(port), 'connect'),
    ),
    row(
      'sshd',
      'proxy command (socat)',
      atServer((login) =>
        tryBoth({
          ...login,
          settings: { proxyType: 'command', proxyCommand: 'socat - TCP:%host:%port', proxyLocalhost: true },
          options: ['ProxyCommand=socat - TCP:%h:%p'],
        }),
      ),
    ),
    row('sshd', 'jump host', () => overHosts(parts, 1)),
    row('sshd', 'three jump hosts', () => overHosts(parts, 3)),
  ];
}

/** Each host leads to the next alone, has a host key of its own, and wants another key of the user's. */
async function overHosts({ servers, lab, ssh }: Parts, count: number): Promise<Attempts> {
  const chain: Sshd[] = [];
  try {
    for (const _ of Array.from({ length: count + 1 })) {
      const [next] = chain;
      const config = next === undefined ? [] : [`PermitOpen ${loopback}:${next.port}`];
      chain.unshift(await startSshd({ config }));
    }
    const target = chain.at(-1) as Sshd;
    const hops = chain.slice(0, -1);
    const knownHosts = await servers.recordHosts(chain);
    const login: Login = { port: target.port, userName: target.userName, knownHosts, keyFile: target.clientKey };

    const sessions = new Map(hops.map((hop, index) => [`hop${index}`, profileTo(hop)]));
    const holdfast = await tryHoldfast({
      ...login,
      settings: { proxyType: 'jump', jumpHosts: [...sessions.keys()], proxyLocalhost: true },
      dependencies: { resolveHop: (name) => sessions.get(name) ?? null },
    });
    // What is on its command line ssh does not pass on to the jump hosts; what is in a file it does.
    const file = join(lab.folder, `jump-${count}`);
    const blocks = [...hops, target].map((host, index) => {
      const own = optionsOf({ ...login, port: host.port, keyFile: host.clientKey });
      const name = host === target ? hostName : `hop${index}`;
      return [
        `Host ${name}`,
        `HostName ${hostName}`,
        `Port ${host.port}`,
        ...own.map((line) => line.replace('=', ' ')),
      ];
    });
    await writeFile(file, `${blocks.flat().join('\n')}\n`);
    const asked = { ...login, configFile: file, options: [`ProxyJump=${[...sessions.keys()].join(',')}`] };
    return { holdfast, ssh: await ssh.attempt(asked) };
  } finally {
    await Promise.all(chain.map(({ stop }) => stop()));
  }
}

const profileTo = ({ port, userName, clientKey }: Sshd): Profile => ({
  ...defaultProfile,
  hostName,
  portNumber: port,
  userName,
  keyFile: clientKey,
});
