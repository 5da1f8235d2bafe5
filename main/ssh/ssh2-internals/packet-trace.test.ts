import { readFileSync } from 'node:fs';
import { Client, type ConnectConfig } from 'ssh2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { hybridExchanges } from '../handshake/hybrid-exchange.ts';
import { kexInitLists } from '../handshake/kex-init.ts';
import { hybridServer } from '../testing/hybrid-server.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { extendKeyExchange, setOffer } from './key-exchange.ts';
import { tracePackets } from './packet-trace.ts';
import { startRekey } from './packets.ts';
import { run } from './testing/logged-in-client.ts';

interface Traced {
  readonly direction: string;
  readonly sequence: number;
  readonly payload: Buffer;
}

/** A client that is traced from its first packet on, logged in. */
async function logInTraced(options: ConnectConfig, adapt: (client: Client) => void = () => undefined) {
  const traced: Traced[] = [];
  const client = new Client();
  onTestFinished(() => {
    client.destroy();
  });
  const ready = new Promise((resolve, reject) => client.on('ready', () => resolve(null)).on('error', reject));
  client.connect({ host: '127.0.0.1', username: 'ada', ...options });
  const packet = (direction: string, sequence: number, payload: Uint8Array) =>
    traced.push({ direction, sequence, payload: Buffer.from(payload) });
  tracePackets(client, { packet, raw: () => undefined });
  adapt(client);
  await ready;
  return { client, traced, of: (direction: string) => traced.filter((packet) => packet.direction === direction) };
}

async function onSshd(config: readonly string[], options: ConnectConfig = {}) {
  const sshd = await startSshd({ config });
  onTestFinished(() => sshd.stop());
  const { port, userName: username } = sshd;
  return logInTraced({ port, username, privateKey: readFileSync(sshd.clientKey), ...options });
}

const newKeys = 21;
const channelData = 94;
const channelRequest = 98;

/** Where strict key exchange was agreed on, new keys begin the numbers anew (OpenSSH's PROTOCOL, 1.10). */
const expectedSequences = (packets: readonly Traced[]) => {
  let next = 0;
  return packets.map(({ payload }) => {
    const sequence = next;
    next = payload[0] === newKeys ? 0 : next + 1;
    return sequence;
  });
};

describe('tracePackets', () => {
  it.each([
    ['aes128-gcm@openssh.com', 'none'],
    ['chacha20-poly1305@openssh.com', 'none'],
    ['aes256-ctr', 'none'],
    ['aes256-ctr', 'zlib@openssh.com'],
    ['aes128-gcm@openssh.com', 'zlib@openssh.com'],
  ] as const)(
    'tells of all packets in the clear, over renewals of the keys: %s, compression %s',
    async (cipher, zip) => {
      const { client, traced, of } = await onSshd([], { algorithms: { cipher: [cipher], compress: [zip] } });
      const before = await run(client, 'echo before; cat');
      startRekey(client);
      before.channel.end('during\n'); // waits for the new keys
      await before.closed;
      const after = await run(client, 'echo after the new keys');
      await after.closed;

      expect(traced[0]?.payload[0]).toBe(20);
      for (const direction of ['incoming', 'outgoing']) {
        expect(of(direction).map(({ sequence }) => sequence)).toEqual(expectedSequences(of(direction)));
        expect(of(direction).filter(({ payload }) => payload[0] === newKeys)).toHaveLength(2);
      }
      const printed = of('incoming').filter(({ payload }) => payload[0] === channelData);
      const output = Buffer.concat(printed.map(({ payload }) => payload.subarray(9))).toString();
      expect(output).toBe('before\nduring\nafter the new keys\n');
      const requests = of('outgoing').filter(({ payload }) => payload[0] === channelRequest);
      // Want reply, the length of the command, the command, and nothing of the padding.
      const exec = 'exec\u0001\0\0\0\u0017echo after the new keys';
      expect(requests.at(-1)?.payload.toString('latin1').slice(-exec.length)).toBe(exec);
      const typed = of('outgoing').filter(({ payload }) => payload[0] === channelData);
      expect(typed.map(({ payload }) => payload.subarray(9).toString())).toEqual(['during\n']);
    },
  );

  it('tells of the other side’s offer as it came, not as ssh2 is given it', async () => {
    const peer = await startSshPeer({ onConnection: await hybridServer() });
    onTestFinished(() => peer.stop());
    const { of } = await logInTraced({ port: peer.port }, (client) => {
      setOffer(client, {
        ...{ kex: ['mlkem768x25519-sha256', 'kex-strict-c-v00@openssh.com'], hostKey: ['ecdsa-sha2-nistp256'] },
        ...{ cipher: ['aes128-gcm@openssh.com'], mac: ['hmac-sha2-256'], compression: ['none'] },
      });
      extendKeyExchange(client, { hybrids: hybridExchanges, certifiedKey: () => null });
    });
    const [offer] = of('incoming');
    expect(kexInitLists(offer?.payload ?? Buffer.of())?.kex).toContain('mlkem768x25519-sha256');
  });
});
