import { once } from 'node:events';
import { connect } from 'node:net';
import type { Client, Connection } from 'ssh2';
import { expect, it, onTestFinished } from 'vitest';
import { encodeString, encodeUint32 } from '../encoding.ts';
import { sendPacket } from '../ssh2-internals/packets.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';

/** A server in this process, which ends with the test. */
async function startPeer(onConnection: (connection: Connection) => void = () => {}) {
  const peer = await startSshPeer({ onConnection });
  onTestFinished(() => peer.stop());
  return peer;
}

const mebibyte = 2 ** 20;
const part = Buffer.alloc(32_000);

/** SSH_MSG_CHANNEL_EXTENDED_DATA of the kind "standard error" (RFC 4254, 5.2). */
const errorOutput = (id: number) =>
  Buffer.concat([Buffer.of(95), encodeUint32(id), encodeUint32(1), encodeString(part)]);

it('a jump host that fills the stream of errors, which nobody reads, fills no memory', {
  timeout: 60_000,
}, async () => {
  const target = await startPeer();
  let channelId = -1;
  const jumpHost = await startPeer((connection) => {
    connection.on('tcpip', (accept, _reject, { destIP, destPort }) => {
      const channel = accept();
      channelId = (channel as unknown as { readonly outgoing: { readonly id: number } }).outgoing.id;
      const socket = connect(destPort, destIP).on('error', () => {});
      channel
        .on('error', () => {})
        .pipe(socket)
        .pipe(channel);
    });
  });
  const { opened, transport } = tryTransport({
    profile: {
      ...{ portNumber: target.port, userName: 'ada', tryAgent: false, noShell: true },
      ...{ proxyType: 'jump', proxyLocalhost: true, jumpHosts: [`ada@127.0.0.1:${jumpHost.port}`] },
    },
  });
  onTestFinished(() => transport.close());
  await opened();
  const [connection] = jumpHost.connections;
  const [socket] = jumpHost.sockets;
  if (connection === undefined || socket === undefined) throw new Error('Nobody has connected.');
  const before = process.memoryUsage().arrayBuffers;
  for (let sent = 0; sent < 256 * mebibyte; sent += part.length) {
    sendPacket(connection as unknown as Client, errorOutput(channelId));
    if (socket.writableNeedDrain) await once(socket, 'drain');
  }
  let isAnswered = false;
  transport.sendAliveCheck(() => {
    isAnswered = true;
  });
  await expect.poll(() => isAnswered, { timeout: 20_000 }).toBe(true);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * mebibyte);
});
