import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Connection, utils } from 'ssh2';
import { afterEach, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import { certifyHost } from '../../../e2e/lab/host-certificate.ts';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { hybridExchanges } from '../handshake/hybrid-exchange.ts';
import { hybridServer } from '../testing/hybrid-server.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { sendAliveCheck } from './alive-check.ts';
import { agreedOn, extendKeyExchange, setOffer } from './key-exchange.ts';
import { startRekey } from './packets.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface ServerInternals {
  readonly _hostKeys: Record<string, unknown>;
  readonly _kex: { readonly negotiated: { serverHostKey: string } };
}

const name = 'ecdsa-sha2-nistp256-cert-v01@openssh.com';

/** Has ssh2's server side show a certificate, and sign with this key. */
function present(connection: Connection, certificate: Buffer, signer: KeyPair) {
  const key = utils.parseKey(readFileSync(signer.file));
  if (key instanceof Error) throw key;
  const protocol = (connection as unknown as { readonly _protocol: ServerInternals })._protocol;
  protocol._hostKeys[name] = {
    type: key.type,
    getPublicSSH: () => certificate,
    sign: (data: Buffer) => {
      protocol._kex.negotiated.serverHostKey = key.type; // what the signature is said to be of
      return key.sign(data);
    },
  };
  setOffer(connection, {
    ...{ kex: ['curve25519-sha256', 'kex-strict-s-v00@openssh.com'], hostKey: [name], cipher: ['aes128-ctr'] },
    ...{ mac: ['hmac-sha2-256'], compression: ['none'] },
  });
}

it('runs a hybrid exchange again when we renew the keys, and tells what was agreed on', async () => {
  const peer = await startSshPeer({ onConnection: await hybridServer() });
  cleanups.push(peer.stop);
  const client = new Client();
  cleanups.push(() => client.destroy());
  const ready = new Promise((resolve, reject) => client.on('ready', () => resolve(null)).on('error', reject));
  client.connect({ host: '127.0.0.1', port: peer.port, username: 'ada' });
  setOffer(client, {
    ...{ kex: ['mlkem768x25519-sha256', 'kex-strict-c-v00@openssh.com'], hostKey: ['ecdsa-sha2-nistp256'] },
    ...{ cipher: ['aes128-gcm@openssh.com'], mac: ['hmac-sha2-256'], compression: ['none'] },
  });
  extendKeyExchange(client, { hybrids: hybridExchanges, certifiedKey: () => null });
  await ready;
  startRekey(client);
  await expect.poll(peer.handshakes).toBe(2);
  expect(agreedOn(client)).toMatchObject({ kex: 'mlkem768x25519-sha256', serverHostKey: 'ecdsa-sha2-nistp256' });
  await new Promise<void>((resolve) => sendAliveCheck(client, resolve));
});

it('verifies by the certified key: who shows the certificate of another and signs with a key of its own is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-kex-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const authority = await makeKeyPair(folder, 'authority');
  const make = (file: string) => makeKeyPair(folder, file, { type: 'ecdsa', format: 'PEM' });
  const [host, thief] = [await make('host'), await make('thief')];
  const line = readFileSync(await certifyHost(authority, host), 'utf8');
  const certificate = Buffer.from(line.split(' ')[1] ?? '', 'base64');
  const connect = async (signer: KeyPair) => {
    const peer = await startSshPeer({ onConnection: (connection) => present(connection, certificate, signer) });
    cleanups.push(peer.stop);
    const trial = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada', noShell: true },
      dependencies: {
        hostKeys: {
          knownKeys: () => ({ types: [], hasAuthority: true }),
          learn: async () => null,
          check: async () => success('certified'),
        },
      },
    });
    return trial;
  };
  const good = await connect(host);
  await good.opened();
  expect(good.log()).toContain(`Host key algorithm: ${name}`);
  good.transport.close();
  const bad = await connect(thief);
  expect(await bad.ended()).toMatchObject({ kind: 'refused', failure: { code: 'protocol-error' } });
  expect(bad.count('authenticating')).toBe(0);
});
