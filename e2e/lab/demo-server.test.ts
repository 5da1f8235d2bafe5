import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type Client, type ClientChannel, type ConnectConfig } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { sendIgnore } from '../../main/ssh/ssh2-internals/packets.ts';
import { type DemoServer, type DemoServerOptions, startDemoServer } from './demo-server.ts';
import { makeKeyPair } from './key-pair.ts';
import { loopback } from './tcp.ts';

describe('startDemoServer', () => {
  let server: DemoServer;
  const clients: Client[] = [];
  const start = async (options?: DemoServerOptions) => {
    server = await startDemoServer(options);
  };

  const connect = (config: ConnectConfig, prepare: (client: Client) => void = () => {}) =>
    new Promise<Client>((resolve, reject) => {
      const client = new ssh2.Client();
      clients.push(client);
      prepare(client);
      client.on('ready', () => resolve(client)).on('error', reject);
      client.connect({ host: loopback, port: server.port, username: 'ada', ...config });
    });

  const shell = async (client: Client) => {
    const channel = await new Promise<ClientChannel>((resolve, reject) =>
      client.shell({ cols: 100, rows: 30, term: 'xterm' }, (error, opened) =>
        error ? reject(error) : resolve(opened),
      ),
    );
    const seen = { text: '', bytes: 0, code: null as number | null };
    channel.on('data', (bytes: Buffer) => {
      seen.bytes += bytes.length;
      seen.text = (seen.text + bytes.toString()).slice(-4096);
    });
    channel.on('exit', (code: number) => {
      seen.code = code;
    });
    const until = (text: string) => expect.poll(() => seen.text).toContain(text);
    await until('demo$ ');
    return { channel, seen, until };
  };

  afterEach(async () => {
    for (const client of clients.splice(0)) client.on('error', () => undefined).destroy();
    await server.stop();
  });

  it('lets anybody in by default and runs its shell', async () => {
    await start();
    const { channel, seen, until } = await shell(await connect({ password: 'anything' }));
    channel.write('echo h\u00e9llo\r');
    await until('\r\nh\u00e9llo\r\ndemo$ ');
    channel.write('size\r');
    await until('\r\n100x30\r\n');
    channel.setWindow(50, 120, 0, 0);
    channel.write('size\r');
    await until('\r\n120x50\r\n');
    channel.write('exit 5\r');
    await expect.poll(() => seen.code).toBe(5);
    expect(server.connections[0]).toMatchObject({
      userName: 'ada',
      attempts: [{ method: 'password', accepted: true }],
      authenticatedAt: expect.any(Number),
    });
  });

  it('accepts one password alone where it is given one, and counts the tries', async () => {
    await start({ password: 'right', methods: ['password'], banner: 'Mind the gap' });
    await expect(connect({ password: 'wrong' })).rejects.toMatchObject({ level: 'client-authentication' });
    const banners: string[] = [];
    await connect({ password: 'right' }, (client) => client.on('banner', (text) => banners.push(text)));
    expect(banners.join()).toContain('Mind the gap');
    expect(server.connections.map((one) => one.attempts.map((attempt) => attempt.accepted))).toEqual([[false], [true]]);
  });

  it('asks several rounds of questions', async () => {
    await start({
      methods: ['keyboard-interactive'],
      rounds: [
        { title: 'First', questions: [{ text: 'Name: ', echo: true }], answers: ['Ada'] },
        {
          instructions: 'Two more',
          questions: [
            { text: 'Code: ', echo: false },
            { text: 'PIN: ', echo: false },
          ],
          answers: ['1', '2'],
        },
      ],
    });
    const asked: string[] = [];
    const answer = (given: Record<string, string>) => (client: Client) => {
      client.on('keyboard-interactive', (name, instructions, _language, prompts, finish) => {
        asked.push(`${name}|${instructions}|${prompts.map(({ prompt, echo }) => `${prompt}${echo}`).join()}`);
        finish(prompts.map(({ prompt }) => given[prompt] ?? ''));
      });
    };
    await connect({ tryKeyboard: true }, answer({ 'Name: ': 'Ada', 'Code: ': '1', 'PIN: ': '2' }));
    expect(asked).toEqual(['First||Name: true', '|Two more|Code: false,PIN: false']);
    const wrong = connect({ tryKeyboard: true }, answer({ 'Name: ': 'Bob', 'Code: ': '1', 'PIN: ': '2' }));
    await expect(wrong).rejects.toMatchObject({ level: 'client-authentication' });
  });

  it('accepts the keys that it is given and no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-demo-'));
    try {
      const [known, other] = [await makeKeyPair(folder, 'known'), await makeKeyPair(folder, 'other', { type: 'rsa' })];
      await start({ publicKeys: [known.publicLine], methods: ['publickey'] });
      await connect({ privateKey: await readFile(known.file) });
      await expect(connect({ privateKey: await readFile(other.file) })).rejects.toMatchObject({
        level: 'client-authentication',
      });
      expect(server.connections.map((one) => one.attempts)).toEqual([
        [{ method: 'publickey', accepted: true }],
        [{ method: 'publickey', accepted: false }],
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('counts SSH_MSG_IGNORE by connection, with its time, and not other packets', async () => {
    await start();
    const heard: number[] = [];
    const stopListening = server.onIgnore((connection, at) => heard.push(server.connections.indexOf(connection), at));
    const [first, second] = [await connect({ password: '' }), await connect({ password: '' })];
    const { channel, until } = await shell(first);
    channel.write('echo noise\r');
    await until('\r\nnoise');
    const before = performance.now();
    sendIgnore(second);
    sendIgnore(second);
    const counts = () => server.connections.map((connection) => connection.ignores.length);
    await expect.poll(() => counts()).toEqual([0, 2]);
    expect(heard.filter((_, index) => index % 2 === 0)).toEqual([1, 1]);
    expect(heard[1]).toBeGreaterThanOrEqual(before);
    expect(heard[1]).toBe(server.connections[1]?.ignores[0]);
    stopListening();
    sendIgnore(second);
    await expect.poll(() => counts()).toEqual([0, 3]);
    expect(heard).toHaveLength(4);
  });

  it('exchanges keys again while the shell goes on', async () => {
    await start();
    const client = await connect({ password: '' });
    const { channel, until } = await shell(client);
    await server.connections[0]?.rekey();
    sendIgnore(client);
    channel.write('echo after\r');
    await until('\r\nafter');
    expect(server.connections[0]).toMatchObject({ rekeys: 1, ignores: [expect.any(Number)] });
  });

  it('floods until Ctrl+C and then takes commands again', async () => {
    await start();
    const { channel, seen, until } = await shell(await connect({ password: '' }));
    channel.write('flood\r');
    await expect.poll(() => seen.bytes).toBeGreaterThan(4 * 1024 * 1024);
    channel.write('\u0003');
    await until('^C\r\ndemo$ ');
    channel.write('echo alive\r');
    await until('\r\nalive');
  });

  it('delivers a flood of a given length whole', async () => {
    await start();
    const { channel, seen, until } = await shell(await connect({ password: '' }));
    channel.write('flood 100000\recho done\r');
    await until('\r\ndone\r\n');
    expect(seen.bytes).toBe('demo$ flood 100000\r\ndemo$ echo done\r\ndone\r\ndemo$ '.length + 100_000 * 64);
  });

  it('runs a command without a terminal, with its exit code', async () => {
    await start({ answers: { motd: 'as it is\n' } });
    const client = await connect({ password: '' });
    const run = (command: string) =>
      new Promise((resolve, reject) => {
        client.exec(command, { env: { A: 'b' } }, (error, channel) => {
          if (error) return reject(error);
          let text = '';
          let code: number | null = null;
          channel.on('data', (bytes: Buffer) => {
            text += bytes.toString();
          });
          channel.on('exit', (given: number) => {
            code = given;
          });
          channel.on('close', () => resolve({ text, code }));
        });
      });
    expect(await run('env')).toEqual({ text: 'A=b\n', code: 0 });
    expect(await run('motd')).toEqual({ text: 'as it is\n', code: 0 });
    expect(await run('nosuch')).toEqual({ text: 'demo: nosuch: command not found\n', code: 127 });
    expect(await run('exit 9')).toEqual({ text: '', code: 9 });
  });

  it('writes by itself, disconnects, and resets', async () => {
    await start();
    const events: string[] = [];
    const listen = (name: string) => (client: Client) => {
      client.on('error', (error) => events.push(`${name} ${(error as NodeJS.ErrnoException).code}`));
      client.on('close', () => events.push(`${name} closed`));
    };
    const { until } = await shell(await connect({ password: '' }, listen('first')));
    await connect({ password: '' }, listen('second'));
    server.connections[0]?.write('\r\nauto-logout\r\n');
    await until('auto-logout');
    server.connections[0]?.disconnect();
    await expect.poll(() => events).toEqual(['first closed']);
    server.connections[1]?.reset();
    await expect.poll(() => events).toEqual(['first closed', 'second ECONNRESET', 'second closed']);
    expect(server.connections.every((connection) => connection.closed)).toBe(true);
  });
});
