import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Client, type ClientChannel, type ConnectConfig } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import * as packets from './packets.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A real sshd and a client of ssh2 that is logged in to it. */
async function connect(config: readonly string[] = [], options: ConnectConfig = {}) {
  const sshd = await startSshd({ config });
  cleanups.push(sshd.stop);
  const client = await logIn(sshd, options);
  return { sshd, client };
}

function logIn(sshd: Sshd, options: ConnectConfig = {}): Promise<Client> {
  const client = new Client();
  cleanups.push(() => client.destroy());
  return new Promise((resolve, reject) => {
    const privateKey = readFileSync(sshd.clientKey);
    client.on('ready', () => resolve(client)).on('error', reject);
    client.connect({ host: '127.0.0.1', port: sshd.port, username: sshd.userName, privateKey, ...options });
  });
}

function logInTo(port: number): Promise<Client> {
  const client = new Client();
  cleanups.push(() => client.destroy());
  return new Promise((resolve, reject) => {
    client.on('ready', () => resolve(client)).on('error', reject);
    client.connect({ host: '127.0.0.1', port, username: 'ada' });
  });
}

/** Has ssh2's server side answer its next global request as a server that knows none, by SSH_MSG_UNIMPLEMENTED. */
function knowNoGlobalRequestOnce(connection: unknown) {
  const { _protocol: protocol } = connection as { _protocol: ServerProtocol };
  const own = protocol._handlers.GLOBAL_REQUEST;
  protocol._handlers.GLOBAL_REQUEST = () => {
    protocol._handlers.GLOBAL_REQUEST = own;
    const writer = protocol._packetRW.write;
    const start = writer.allocStart;
    const packet = writer.alloc(5);
    packet.fill(0, start, start + 5);
    packet[start] = 3;
    protocol._cipher.encrypt(writer.finalize(packet));
  };
}

interface ServerProtocol {
  readonly _handlers: { GLOBAL_REQUEST: (...args: unknown[]) => void };
  readonly _packetRW: {
    readonly write: { allocStart: number; alloc: (length: number) => Buffer; finalize: (packet: Buffer) => Buffer };
  };
  readonly _cipher: { readonly encrypt: (packet: Buffer) => void };
}

function openSession(client: Client, window = 65_536): Promise<ClientChannel> {
  return new Promise((resolve, reject) =>
    packets.openSession(client, window, (channel) =>
      channel === null ? reject(new Error('refused')) : resolve(channel),
    ),
  );
}

/** Runs a command without a terminal, giving window back as it is read. */
async function run(client: Client, command: string) {
  const channel = await openSession(client);
  let output = '';
  channel.on('data', (bytes: Buffer) => {
    output += bytes.toString();
    packets.widenWindow(client, channel, bytes.length);
  });
  const closed = new Promise<void>((resolve) => channel.on('close', resolve));
  const granted = await packets.request(client, channel, { kind: 'exec', command });
  return { channel, granted, closed, output: () => output };
}

const handshakesOf = (client: Client) => {
  let count = 0;
  client.on('handshake', () => {
    count += 1;
  });
  return () => count;
};

describe("ssh2's private surface, against a real sshd", () => {
  it('is of the version that this was written for', () => {
    const { version } = createRequire(import.meta.url)('ssh2/package.json') as { version: string };
    expect(version).toBe('1.17.0');
  });

  it('sendIgnore leaves a session intact, also amid renewals of the keys by either side', async () => {
    const { client } = await connect(['RekeyLimit 64K']);
    const handshakes = handshakesOf(client);
    const command = await run(client, 'head -c 2000000 /dev/zero | tr "\\0" x; echo; echo done');
    const sender = setInterval(() => packets.sendIgnore(client), 1);
    client.on('handshake', () => packets.sendIgnore(client));
    await command.closed;
    clearInterval(sender);
    expect(command.output()).toBe(`${'x'.repeat(2_000_000)}\ndone\n`);
    expect(handshakes()).toBeGreaterThan(5);
  });

  it('startRekey renews the keys, and packets sent meanwhile wait for the new ones', async () => {
    const { client } = await connect();
    const handshakes = handshakesOf(client);
    const command = await run(client, 'cat');
    packets.startRekey(client);
    packets.sendIgnore(client);
    packets.startRekey(client);
    command.channel.end('after\n');
    await command.closed;
    expect([command.output(), handshakes()]).toEqual(['after\n', 1]);
  });

  it('sendIgnore works with compression, during a renewal of the keys too', async () => {
    const { client } = await connect([], { algorithms: { compress: ['zlib@openssh.com'] } });
    const command = await run(client, 'cat');
    packets.sendIgnore(client);
    packets.startRekey(client);
    packets.sendIgnore(client);
    command.channel.end('after\n');
    await command.closed;
    expect(command.output()).toBe('after\n');
  });

  it('sendAliveCheck is answered, and keeps replies in step', async () => {
    const { client } = await connect();
    let answers = 0;
    packets.sendAliveCheck(client, () => {
      answers += 1;
    });
    const bound = await new Promise((resolve) => client.forwardIn('127.0.0.1', 0, (_error, port) => resolve(port)));
    expect(bound).toBeGreaterThan(0);
    expect(answers).toBe(1);
  });

  it('takeUnimplementedAsAnswer answers a check that the server does not know, and keeps replies in step', async () => {
    const peer = await startSshPeer();
    cleanups.push(peer.stop);
    const client = await logInTo(peer.port);
    packets.takeUnimplementedAsAnswer(client);
    knowNoGlobalRequestOnce(peer.connections[0]);
    await new Promise<void>((resolve) => packets.sendAliveCheck(client, resolve));
    const second = await new Promise((resolve) => client.forwardIn('127.0.0.1', 0, (error) => resolve(error)));
    expect(second).toBeInstanceOf(Error);
    knowNoGlobalRequestOnce(peer.connections[0]);
    const third = await new Promise((resolve) => client.forwardIn('127.0.0.1', 4000, (error) => resolve(error)));
    expect(third).toBeInstanceOf(Error);
  });

  it('openSession and widenWindow bound what the server may send ahead', async () => {
    const { client } = await connect();
    const channel = await openSession(client, 10_000);
    await packets.request(client, channel, { kind: 'exec', command: 'head -c 25000 /dev/zero' });
    await expect.poll(() => channel.readableLength).toBe(10_000);
    packets.widenWindow(client, channel, 8000);
    await expect.poll(() => channel.readableLength).toBe(18_000);
    packets.widenWindow(client, channel, 8000);
    await expect.poll(() => channel.readableLength).toBe(25_000);
  });

  it('openSession tells of a refusal', async () => {
    const { client } = await connect(['MaxSessions 0']);
    await expect(openSession(client)).rejects.toThrow('refused');
  });

  it('request sets up a terminal, variables and a shell, and tells what was refused', async () => {
    const { client } = await connect();
    const channel = await openSession(client);
    let output = '';
    channel.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    const granted = await Promise.all([
      packets.request(client, channel, { kind: 'pty', terminalType: 'vt220', columns: 91, rows: 33 }),
      packets.request(client, channel, { kind: 'environment', name: 'LC_GOOD', value: 'gute Wörter' }),
      packets.request(client, channel, { kind: 'shell' }),
      packets.request(client, channel, { kind: 'shell' }), // a channel runs one program
    ]);
    expect(granted).toEqual([true, true, true, false]);
    channel.write('echo "<$TERM $LC_GOOD>"; stty size; stty -a | tr " " "\\n" | grep -A2 "^erase"\n');
    await expect.poll(() => output).toContain('<vt220 gute Wörter>\r\n33 91');
    await expect.poll(() => output).toContain('^?');
    packets.changeSize(client, channel, 120, 40);
    channel.write('stty size\n');
    await expect.poll(() => output).toContain('40 120');
  });

  it('answerAfterExit keeps a client that sshd checks while its channel is held open after the exit status', async () => {
    const hold = 'sleep 9 & exit 3';
    const { client } = await connect(['ClientAliveInterval 1', 'ClientAliveCountMax 2']);
    const command = await run(client, hold);
    packets.answerAfterExit(client, command.channel);
    const exit = await new Promise((resolve) => command.channel.once('exit', resolve));
    const exitAt = performance.now();
    await command.closed;
    expect(exit).toBe(3);
    // without the answers sshd 9.2 hangs up after 6 s
    expect(performance.now() - exitAt).toBeGreaterThan(8500);
  });

  it('onDisconnect tells what ssh2 swallows: a server that ends by application', async () => {
    const peer = await startSshPeer();
    cleanups.push(peer.stop);
    const client = new Client();
    const told = new Promise((resolve) => {
      client.on('ready', () => peer.connections[0]?.end()).on('error', () => {});
      client.connect({ host: '127.0.0.1', port: peer.port, username: 'ada' });
      packets.onDisconnect(client, (reason, text) => resolve([reason, text]));
    });
    expect(await told).toEqual([11, '']);
  });
});
