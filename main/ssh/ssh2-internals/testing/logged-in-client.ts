import { readFileSync } from 'node:fs';
import { Client, type ClientChannel, type ConnectConfig } from 'ssh2';
import { onTestFinished } from 'vitest';
import { startSshd } from '../../../../e2e/lab/sshd.ts';
import { openSession, request, widenWindow } from '../channels.ts';

/** A client of ssh2 that is logged in to a real sshd, until the test's end. */
export async function logInToSshd(config: readonly string[] = [], options: ConnectConfig = {}): Promise<Client> {
  const sshd = await startSshd({ config });
  onTestFinished(() => sshd.stop());
  const privateKey = readFileSync(sshd.clientKey);
  return logIn({ host: '127.0.0.1', port: sshd.port, username: sshd.userName, privateKey, ...options });
}

export function logIn(options: ConnectConfig): Promise<Client> {
  const client = new Client();
  onTestFinished(() => {
    client.destroy();
  });
  return new Promise((resolve, reject) => {
    client.on('ready', () => resolve(client)).on('error', reject);
    client.connect(options);
  });
}

export function openedSession(client: Client, window = 65_536): Promise<ClientChannel> {
  return new Promise((resolve, reject) =>
    openSession(client, window, (channel) => (channel === null ? reject(new Error('refused')) : resolve(channel))),
  );
}

/** Runs a command without a terminal, giving window back as it is read. */
export async function run(client: Client, command: string) {
  const channel = await openedSession(client);
  // Kept as they come, as a terminal keeps them until its window has taken them.
  const output: Buffer[] = [];
  channel.on('data', (bytes: Buffer) => {
    output.push(bytes);
    widenWindow(client, channel, bytes.length);
  });
  const closed = new Promise<void>((resolve) => channel.on('close', resolve));
  const granted = await request(client, channel, { kind: 'exec', command });
  return { channel, granted, closed, output: () => Buffer.concat(output).toString() };
}
