import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startAgent } from '../../../e2e/lab/agent.ts';
import { makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { decode, encodeString, encodeUint32 } from '../encoding.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';
import { listAgents, signByAgent } from './agent.ts';
import { identitiesAnswerOf } from './messages.ts';
import { reportAgents } from './report.ts';
import { type ScriptedAgent, startScriptedAgent } from './testing/scripted-agent.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-agent-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const agents: ScriptedAgent[] = [];
afterEach(async () => {
  for (const agent of agents.splice(0)) await agent.stop();
});

async function start(answer: Parameters<typeof startScriptedAgent>[1]): Promise<string> {
  const place = join(folder, `scripted-${agents.length}`);
  agents.push(await startScriptedAgent(place, answer));
  return place;
}

const { signal } = new AbortController();
const list = async (...places: readonly string[]) => listAgents(places, clockOf(), signal);

describe('an agent', () => {
  it('is asked for its keys, of any type, each agent for its own', async () => {
    const key = await makeKeyPair(folder, 'key', { comment: 'ada\u001b[31m' });
    const agent = await startAgent(folder);
    try {
      await agent.add(key.file);
      const none = join(folder, 'nobody');
      expect(await reportAgents(async () => [agent.socket, none], '', clockOf())).toEqual([
        { place: agent.socket, keys: [{ type: key.type, fingerprint: key.fingerprint, comment: 'ada[31m' }] },
        { place: none, keys: null },
      ]);
    } finally {
      await agent.stop();
    }
  });

  it.each([
    ['refuses', Buffer.of(5)],
    ['hangs up', null],
    ['promises more keys than it sends', Buffer.concat([Buffer.of(12), encodeUint32(4_000_000_000)])],
    ['answers with nothing', { raw: encodeUint32(0) }],
    ['answers with more than is allowed', { raw: encodeUint32(1024 * 1024) }],
  ])('has no keys where it %s', async (_name, answer) => {
    const place = await start(() => answer);
    expect(await list(place)).toEqual([{ place, keys: null }]);
  });

  it('is waited for for a while only', async () => {
    const place = await start(() => ({ raw: Buffer.alloc(0) }));
    expect(await listAgents([place], clockOf(200), signal)).toEqual([{ place, keys: null }]);
  });

  it('is given up where the login ends while it signs', async () => {
    const place = await start(() => ({ raw: Buffer.alloc(0) }));
    const login = new AbortController();
    const signing = signByAgent({ place, blob: Buffer.of(1), comment: '' }, 'ssh-ed25519', Buffer.of(2), login.signal);
    login.abort();
    expect(await signing).toMatchObject({ failure: { code: 'key-unusable' } });
  });

  it('must sign by the hash that it is asked for', async () => {
    const signature = Buffer.concat([encodeString('ssh-rsa'), encodeString('old')]);
    const place = await start(() => Buffer.concat([Buffer.of(14), encodeString(signature)]));
    expect(
      await signByAgent({ place, blob: Buffer.of(1), comment: '' }, 'rsa-sha2-512', Buffer.of(2), signal),
    ).toMatchObject({
      failure: { message: "The agent can't sign by rsa-sha2-512, which the server asks for." },
    });
  });
});

/** What a FIDO token does (OpenSSH's PROTOCOL.u2f): it signs the hashes of application and data, with flags and a counter. */
function tokenSignature(key: KeyObject, application: string, data: Buffer): Buffer {
  const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
  const [flags, counter] = [Buffer.of(1), encodeUint32(7)];
  const signed = sign(null, Buffer.concat([hashOf(application), flags, counter, hashOf(data)]), key);
  return Buffer.concat([encodeString('sk-ssh-ed25519@openssh.com'), encodeString(signed), flags, counter]);
}

describe('a security key', { timeout: 30_000 }, () => {
  it('logs in to a real sshd through the agent that holds it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const application = 'ssh:';
    const point = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const blob = Buffer.concat(['sk-ssh-ed25519@openssh.com', point, application].map(encodeString));
    const place = await start((request) => {
      if (request[0] === 11) return identitiesAnswerOf([{ blob, comment: 'token' }]);
      const data = decode(request, (reader) => {
        reader.byte();
        reader.string();
        return Buffer.from(reader.string());
      });
      return Buffer.concat([
        Buffer.of(14),
        encodeString(tokenSignature(privateKey, application, data ?? Buffer.alloc(0))),
      ]);
    });
    const sshd = await startSshd();
    try {
      await sshd.authorize(`sk-ssh-ed25519@openssh.com ${blob.toString('base64')} token`);
      const { opened, log } = tryTransport({
        profile: { portNumber: sshd.port, userName: sshd.userName, noShell: true },
        dependencies: { findAgents: async () => [place] },
      });
      await opened();
      expect(log()).toContain("with the agent's key sk-ssh-ed25519@openssh.com SHA256:");
    } finally {
      await sshd.stop();
    }
  });
});
