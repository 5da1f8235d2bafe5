import { readFileSync } from 'node:fs';
import { Client, type ClientChannel } from 'ssh2';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { startTarget } from '../forwards/testing/forward-trial.ts';
import { closeForGood } from './channels.ts';

it('closeForGood drops what still comes, and gives no window for it', async () => {
  const sshd = await startSshd();
  onTestFinished(() => sshd.stop());
  const target = await startTarget((socket) => {
    const flood = () => {
      while (socket.write(Buffer.alloc(65_536)));
      socket.once('drain', flood);
    };
    flood();
  });
  const client = new Client();
  onTestFinished(() => {
    client.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    client.on('ready', resolve).on('error', reject);
    const privateKey = readFileSync(sshd.clientKey);
    client.connect({ host: '127.0.0.1', port: sshd.port, username: sshd.userName, privateKey });
  });
  const channel = await new Promise<ClientChannel>((resolve, reject) => {
    client.forwardOut('127.0.0.1', 1, '127.0.0.1', target.port, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  // Below the point at which ssh2 widens the window by itself.
  await expect.poll(() => channel.readableLength, { interval: 1 }).toBeGreaterThan(100_000);
  const { _protocol: protocol, _chanMgr: channels } = client as unknown as {
    readonly _protocol: { channelWindowAdjust: () => void };
    readonly _chanMgr: { readonly _count: number };
  };
  const widened = vi.spyOn(protocol, 'channelWindowAdjust');
  closeForGood(channel);
  const kept = channel.readableLength;
  await expect.poll(() => channels._count).toBe(0);
  expect(channel.readableLength).toBe(kept);
  expect(widened).not.toHaveBeenCalled();
});
