import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Forward } from '#contract/forwards/forward.ts';
import { requireProgram } from '../../../lab/programs.ts';
import { freePort, loopback } from '../../../lab/tcp.ts';
import { startXServer } from '../../../lab/x-server.ts';
import type { Login } from '../clients/login.ts';
import type { Row } from '../row.ts';
import { type HoldForward, holdByHoldfast, holdBySsh, page } from './hold-forward.ts';
import type { Parts } from './parts.ts';

/** Forwards, each used by curl, which fetches a page of a web server here; the agent's and X11's by their own programs. */
export function forwardRows(parts: Parts): readonly Row[] {
  const { lab, keys, servers, ssh, loginAt, tryBoth } = parts;
  const row = (server: 'sshd' | 'dropbear', method: string, attempt: Row['attempt']): Row => ({
    group: 'forwards',
    server,
    method,
    key: '',
    refusal: null,
    attempt,
  });
  const web = lab.each(async () => {
    const server = createServer((_request, response) => response.end(page)).listen(0, loopback);
    await once(server, 'listening');
    lab.undo(async () => {
      server.close();
      server.closeAllConnections();
    });
    return (server.address() as AddressInfo).port;
  });
  const xServer = lab.each(async () => {
    const started = await startXServer();
    lab.undo(started.stop);
    return started;
  });

  const forwarded = (server: 'sshd' | 'dropbear', { kind, method, proxy }: ForwardKind): Row =>
    row(server, method, async () => {
      const { login, clientKey: keyFile } = await servers.named(server);
      const webPort = await web('');
      const attempt = async (hold: HoldForward) => {
        const port = await freePort();
        const to = proxy === undefined ? port : webPort;
        const through = proxy === undefined ? [] : [`--${proxy}`, `${loopback}:${port}`];
        const listening = { family: 'auto', bindAddress: '', port } as const;
        const forward: Forward =
          kind === 'local' || kind === 'remote'
            ? { kind, ...listening, host: loopback, hostPort: webPort }
            : { kind, ...listening };
        return hold({ ...login, keyFile }, forward, [...through, `http://${loopback}:${to}/`]);
      };
      return { holdfast: await attempt(holdByHoldfast), ssh: await attempt(holdBySsh(ssh)) };
    });

  return [
    ...(['sshd', 'dropbear'] as const).flatMap((server) => forwardKinds.map((kind) => forwarded(server, kind))),
    row('sshd', 'agent forwarding', async () => {
      const key = await keys.plain('Ed25519');
      const { socket } = await keys.agentOf(key);
      const login = { ...(await loginAt('sshd', key)), agentSocket: socket };
      return tryBoth(
        { ...login, settings: { agentForwarding: 'allow' }, options: ['ForwardAgent=yes'] },
        { command: 'ssh-add -l', answer: key.fingerprint },
      );
    }),
    row('sshd', 'X11 forwarding', async () => {
      const { display, authorityFile } = await xServer('');
      return servers.withSshd({ config: ['X11Forwarding yes'] }, async (sshd) => {
        const { port, userName, clientKey: keyFile } = sshd;
        const login: Login = { port, userName, keyFile, knownHosts: await servers.recordHosts([sshd]) };
        return tryBoth(
          {
            ...login,
            settings: { x11Forward: true },
            dependencies: { x11: { display, authorityFile, hostName: 'lab' } },
            options: ['ForwardX11=yes', `XAuthLocation=${requireProgram('xauth')}`],
            environment: { DISPLAY: display, XAUTHORITY: authorityFile },
          },
          { command: 'xdpyinfo', answer: '320x240' },
        );
      });
    }),
  ];
}

interface ForwardKind {
  readonly kind: Forward['kind'];
  readonly method: string;
  /** curl's option for the proxy that a dynamic forward is. */
  readonly proxy?: string;
}

const forwardKinds: readonly ForwardKind[] = [
  { kind: 'local', method: 'local forward' },
  { kind: 'remote', method: 'remote forward' },
  { kind: 'dynamic', method: 'dynamic forward, SOCKS 5', proxy: 'socks5-hostname' },
  { kind: 'dynamic', method: 'dynamic forward, SOCKS 4a', proxy: 'socks4a' },
  { kind: 'remote-dynamic', method: 'remote dynamic forward, SOCKS 5', proxy: 'socks5-hostname' },
];
