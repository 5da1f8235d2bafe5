import type { Client } from 'ssh2';
import { expect, it, onTestFinished } from 'vitest';
import { encodeString } from '../encoding.ts';
import { sendPacket } from '../ssh2-internals/packets.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';

const failure = (methods: string) => Buffer.concat([Buffer.of(51), encodeString(methods), Buffer.of(0)]);

it.each(['password', 'keyboard-interactive,password', 'publickey', ''])(
  'who is logged in is asked for nothing when the server refuses the login afterwards and names %j',
  async (methods) => {
    const peer = await startSshPeer();
    onTestFinished(() => peer.stop());
    const { opened, ended, prompts } = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada', tryAgent: false, noShell: true },
    });
    await opened();
    const connection = peer.connections[0] as unknown as Client;
    for (let round = 0; round < 5; round += 1) sendPacket(connection, failure(methods));
    expect(await ended()).toMatchObject({ kind: 'lost', failure: { code: 'protocol-error' } });
    expect(prompts).toEqual([]);
  },
);
