import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

  it.each(['99999', '1', '\0', '/'.repeat(300), '.'])('is not there, where the place is %j', async (place) => {
    expect(await list(place)).toEqual([{ place, keys: null }]);
  });

  it('says that it holds none while it is locked', async () => {
    const agent = await startAgent(folder, 'locked');
    try {
      await agent.add((await makeKeyPair(folder, 'behind-the-lock')).file);
      expect((await list(agent.socket))[0]?.keys).toHaveLength(1);
      const askpass = join(folder, 'askpass');
      await writeFile(askpass, '#!/bin/sh\necho secret\n', { mode: 0o700 });
      await agent.add('-x', { SSH_ASKPASS: askpass, SSH_ASKPASS_REQUIRE: 'force' });
      expect(await list(agent.socket)).toEqual([{ place: agent.socket, keys: [] }]);
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
    const signing = signByAgent(
      { place, blob: Buffer.of(1), comment: '', bindings: [] },
      'ssh-ed25519',
      Buffer.of(2),
      login.signal,
    );
    login.abort();
    expect(await signing).toMatchObject({ failure: { code: 'key-unusable' } });
  });

  it('must sign by the hash that it is asked for', async () => {
    const signature = Buffer.concat([encodeString('ssh-rsa'), encodeString('old')]);
    const place = await start(() => Buffer.concat([Buffer.of(14), encodeString(signature)]));
    expect(
      await signByAgent({ place, blob: Buffer.of(1), comment: '', bindings: [] }, 'rsa-sha2-512', Buffer.of(2), signal),
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
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const application = 'ssh:';
  const point = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const blob = Buffer.concat(['sk-ssh-ed25519@openssh.com', point, application].map(encodeString));

  const startToken = () =>
    start((request) => {
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

  /** What ssh-keygen -t ed25519-sk writes, without the handle that only the token understands. */
  async function writeKeyFile(): Promise<string> {
    const file = join(folder, 'id_ed25519_sk');
    const strings = ['none', 'none', ''].map(encodeString);
    const parts = [Buffer.from('openssh-key-v1\0'), ...strings, encodeUint32(1), encodeString(blob)];
    const body = Buffer.concat([...parts, encodeString(Buffer.alloc(64))]).toString('base64');
    await writeFile(file, `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----\n`);
    return file;
  }

  it('logs in to a real sshd through the agent that holds it; its file names it, and is not enough', async () => {
    const place = await startToken();
    const keyFile = await writeKeyFile();
    const sshd = await startSshd();
    const logIn = (places: readonly string[], profile = {}) =>
      tryTransport({
        profile: { portNumber: sshd.port, userName: sshd.userName, noShell: true, ...profile },
        dependencies: { findAgents: async () => places },
      });
    try {
      await sshd.authorize(`sk-ssh-ed25519@openssh.com ${blob.toString('base64')} token`);
      const { opened, log } = logIn([place]);
      await opened();
      expect(log()).toContain("with the agent's key sk-ssh-ed25519@openssh.com SHA256:");
      await logIn([place], { keyFile, identitiesOnly: true }).opened();
      expect(await logIn([], { keyFile }).ended()).toMatchObject({
        failure: {
          message: `The key of ${keyFile} is on a security key, and no agent holds it.`,
          hint: expect.stringContaining('ssh-add'),
        },
      });
    } finally {
      await sshd.stop();
    }
  });
});
