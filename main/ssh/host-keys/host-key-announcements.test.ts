import { generateKeyPairSync, sign } from 'node:crypto';
import type { Client, Connection } from 'ssh2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeString } from '../encoding.ts';
import { sendPacket } from '../ssh2-internals/packets.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { trusting, tryTransport } from '../testing/transport-trial.ts';
import type { Announcement } from './announced-keys.ts';

/** ssh2's server side knows nothing of announcements (OpenSSH's PROTOCOL 2.5). */
interface Private {
  readonly _protocol: {
    readonly _kex: { readonly sessionID: Buffer };
    readonly _handlers: { GLOBAL_REQUEST: (protocol: unknown, name: string, ...rest: unknown[]) => void };
    readonly requestSuccess: (data: Buffer) => void;
  };
}

function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const point = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { privateKey, blob: Buffer.concat([encodeString('ssh-ed25519'), encodeString(point)]) };
}

/** Announces keys, and proves them. */
function announce(connection: Connection, keys: readonly ReturnType<typeof makeKey>[]): void {
  const { _protocol } = connection as unknown as Private;
  const { sessionID } = _protocol._kex;
  const own = _protocol._handlers.GLOBAL_REQUEST;
  _protocol._handlers.GLOBAL_REQUEST = (protocol, name, ...rest) => {
    if (name !== 'hostkeys-prove-00@openssh.com') return own(protocol, name, ...rest);
    const proofs = keys.map(({ privateKey, blob }) => {
      const proof = sign(null, Buffer.concat([name, sessionID, blob].map(encodeString)), privateKey);
      return encodeString(Buffer.concat([encodeString('ssh-ed25519'), encodeString(proof)]));
    });
    _protocol._handlers.GLOBAL_REQUEST = own;
    _protocol.requestSuccess(Buffer.concat(proofs));
  };
  const named = keys.map(({ blob }) => encodeString(blob));
  const request = [Buffer.of(80), encodeString('hostkeys-00@openssh.com'), Buffer.of(0), ...named];
  sendPacket(connection as unknown as Client, Buffer.concat(request));
}

async function connect() {
  const announced: Announcement[] = [];
  const peer = await startSshPeer();
  onTestFinished(() => peer.stop());
  const learn = async (announcement: Announcement) => {
    announced.push(announcement);
    return null;
  };
  const trial = tryTransport({
    profile: { portNumber: peer.port, userName: 'ada', tryAgent: false, noShell: true },
    dependencies: { hostKeys: { ...trusting, learn } },
  });
  onTestFinished(() => trial.transport.close());
  await trial.opened();
  const [connection] = peer.connections;
  if (connection === undefined) throw new Error('Nobody has connected.');
  let answered = 0;
  /** The answer to the second check comes after the proofs, which are asked for before it is sent. */
  const settled = async () => {
    for (const wanted of [answered + 1, answered + 2]) {
      trial.transport.sendAliveCheck(() => {
        answered += 1;
      });
      await expect.poll(() => answered).toBe(wanted);
    }
  };
  return { connection, announced, settled };
}

describe('a server that announces keys again and again', () => {
  it('is listened to once, so that nobody is asked without end', async () => {
    const { connection, announced, settled } = await connect();
    const first = makeKey();
    for (let round = 0; round < 5; round += 1) {
      announce(connection, [round === 0 ? first : makeKey()]);
      await settled();
    }
    expect(announced).toHaveLength(1);
    expect(announced[0]?.keys).toEqual([{ keyType: 'ssh-ed25519', blob: first.blob }]);
  });

  it('has no more said of the keys that it cannot prove, and of those that are none', async () => {
    const { connection, announced, settled } = await connect();
    const [held, foreign] = [makeKey(), makeKey()];
    const stolen = { ...held, blob: foreign.blob };
    announce(connection, [stolen, held]);
    await settled();
    expect(announced[0]?.keys).toEqual([{ keyType: 'ssh-ed25519', blob: held.blob }]);
  });
});
