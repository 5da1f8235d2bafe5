import { describe, expect, it, onTestFinished } from 'vitest';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { sendAliveCheck, takeUnimplementedAsAnswer } from './alive-check.ts';
import { logIn, logInToSshd } from './testing/logged-in-client.ts';

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

describe('an alive check', () => {
  it('sendAliveCheck is answered, and keeps replies in step', async () => {
    const client = await logInToSshd();
    let answers = 0;
    sendAliveCheck(client, () => {
      answers += 1;
    });
    const bound = await new Promise((resolve) => client.forwardIn('127.0.0.1', 0, (_error, port) => resolve(port)));
    expect(bound).toBeGreaterThan(0);
    expect(answers).toBe(1);
  });

  it('takeUnimplementedAsAnswer answers a check that the server does not know, and keeps replies in step', async () => {
    const peer = await startSshPeer();
    onTestFinished(() => peer.stop());
    const client = await logIn({ host: '127.0.0.1', port: peer.port, username: 'ada' });
    takeUnimplementedAsAnswer(client);
    knowNoGlobalRequestOnce(peer.connections[0]);
    await new Promise<void>((resolve) => sendAliveCheck(client, resolve));
    const second = await new Promise((resolve) => client.forwardIn('127.0.0.1', 0, (error) => resolve(error)));
    expect(second).toBeInstanceOf(Error);
    knowNoGlobalRequestOnce(peer.connections[0]);
    const third = await new Promise((resolve) => client.forwardIn('127.0.0.1', 4000, (error) => resolve(error)));
    expect(third).toBeInstanceOf(Error);
  });
});
