import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckAnswer } from './check-answers.ts';
import { type DemoConnection, type DemoServer, startDemoServer } from './demo-server.ts';
import { loopback } from './tcp.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** ssh2's client tells in its debug log what came in. */
async function logIn(checkAnswer?: CheckAnswer) {
  const server: DemoServer = await startDemoServer(checkAnswer === undefined ? {} : { checkAnswer });
  cleanups.push(server.stop);
  const client: Client = new ssh2.Client();
  const inbound: string[] = [];
  const debug = (line: string) => void inbound.push(line);
  client.on('error', () => undefined); // the server stops
  client.connect({ host: loopback, port: server.port, username: 'ada', password: 'x', debug });
  cleanups.push(() => client.end());
  await once(client, 'ready');
  const [connection] = server.connections;
  return {
    client,
    connection: connection as DemoConnection,
    heard: (text: string) => inbound.join('\n').includes(text),
  };
}

const ping = (client: Client) => (client as unknown as { _protocol: { ping: () => void } })._protocol.ping();

describe('the demo server, asked for a sign of life', () => {
  it('fails the request, as OpenSSH does', async () => {
    const { client, connection, heard } = await logIn();
    ping(client);
    await expect.poll(() => heard('Received REQUEST_FAILURE')).toBe(true);
    expect(connection.checks).toBe(1);
  });

  it('can say that it does not know the request', async () => {
    const { client, heard } = await logIn('unimplemented');
    ping(client);
    await expect.poll(() => heard('Received UNIMPLEMENTED')).toBe(true);
    expect(heard('REQUEST_FAILURE')).toBe(false);
  });

  it('can answer late', async () => {
    const { client, heard } = await logIn({ afterMs: 300 });
    const asked = performance.now();
    ping(client);
    await expect.poll(() => heard('Received REQUEST_FAILURE')).toBe(true);
    expect(performance.now() - asked).toBeGreaterThan(250);
  });

  it('can stay silent to it while it sends other things', async () => {
    const { client, connection, heard } = await logIn('never');
    const channel = await new Promise<ClientChannel>((resolve, reject) =>
      client.shell((error, opened) => (error ? reject(error) : resolve(opened))),
    );
    ping(client);
    await expect.poll(() => connection.checks).toBe(1);
    connection.write('still here');
    await expect.poll(() => String(channel.read() ?? '')).toContain('still here');
    expect(heard('REQUEST_FAILURE')).toBe(false);
  });

  it('can freeze, and answers all when it thaws', async () => {
    const { client, connection, heard } = await logIn();
    connection.freeze();
    ping(client);
    await wait(200); // an answer takes far less
    expect(connection.checks).toBe(0);
    connection.thaw();
    await expect.poll(() => heard('Received REQUEST_FAILURE')).toBe(true);
  });
});
