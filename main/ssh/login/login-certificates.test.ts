import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAgent } from '../../../e2e/lab/agent.ts';
import { type Authority, makeAuthority } from '../../../e2e/lab/certificates.ts';
import { type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

let folder: string;
let authority: Authority;
let sshd: Sshd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-certificates-'));
  authority = await makeAuthority(folder);
  sshd = await startSshd({ config: [`TrustedUserCAKeys ${authority.publicFile}`, 'AuthorizedKeysFile none'] });
});
afterAll(async () => {
  await sshd.stop();
  await rm(folder, { recursive: true, force: true });
});

const logIn = (profile: TrialOptions['profile'], places: readonly string[] = [], port = sshd.port) =>
  tryTransport({
    profile: { portNumber: port, userName: sshd.userName, noShell: true, ...profile },
    dependencies: { findAgents: async () => places },
  });

describe('a login by a certificate', { timeout: 60_000 }, () => {
  it.each(['ed25519', 'ecdsa', 'rsa'] as const satisfies readonly KeyType[])(
    'of a key of type %s takes it from beside the key file, from the file set, and from the agent',
    async (type) => {
      const key = await makeKeyPair(folder, `key-${type}`, { type });
      const file = await authority.certify(`${key.file}.pub`, { principals: [sshd.userName], id: 'ada' });
      const beside = logIn({ keyFile: key.file });
      await beside.opened();
      expect(beside.log()).toMatch(/Certificate "ada", serial 7, for \w+, signed by SHA256:\S+, valid without end\./);
      expect(beside.log()).toContain(`with the certificate ${file} with the key file ${key.file}, `);

      const agent = await startAgent(folder);
      try {
        await agent.add(key.file); // takes the certificate beside it as well
        await logIn({ identitiesOnly: true, keyFile: `${key.file}.pub` }, [agent.socket]).opened();
        await logIn({}, [agent.socket]).opened();
        await agent.remove(key.file);
        const elsewhere = join(folder, `elsewhere-${type}`);
        await copyFile(file, `${elsewhere}.pub`);
        await rm(file);
        await logIn({ keyFile: key.file, certificateFile: `${elsewhere}.pub` }).opened();
        await agent.add(key.file); // without its certificate, which is in a file
        const named = logIn({ keyFile: key.file, certificateFile: `${elsewhere}.pub` }, [agent.socket]);
        await named.opened();
        expect(named.log()).toContain(`with the certificate ${elsewhere}.pub with the agent's key `);
      } finally {
        await agent.stop();
      }
    },
  );

  it.each(['rsa-sha2-512', 'rsa-sha2-256'])('signs by %s where the server takes nothing else', async (algorithm) => {
    const key = await makeKeyPair(folder, `only-${algorithm}`, { type: 'rsa' });
    await authority.certify(`${key.file}.pub`, { principals: [sshd.userName] });
    const config = [
      `TrustedUserCAKeys ${authority.publicFile}`,
      `PubkeyAcceptedAlgorithms ${algorithm}-cert-v01@openssh.com`,
    ];
    const server = await startSshd({ config });
    try {
      const { opened, log } = logIn({ keyFile: key.file }, [], server.port);
      await opened();
      expect(log()).toContain(`signing by ${algorithm}.`);
    } finally {
      await server.stop();
    }
  });

  it("is the agent's first try, before the key that ssh-add put before it", async () => {
    const key = await makeKeyPair(folder, 'in-agent', { type: 'rsa' });
    await authority.certify(`${key.file}.pub`, { principals: [sshd.userName] });
    const trusting = [`TrustedUserCAKeys ${authority.publicFile}`, 'AuthorizedKeysFile none'];
    const one = await startSshd({ config: [...trusting, 'MaxAuthTries 1'] });
    const other = await startSshd({ config: [...trusting, 'PubkeyAcceptedAlgorithms rsa-sha2-256*'] });
    const agent = await startAgent(folder, 'both');
    try {
      await agent.add(key.file);
      await logIn({}, [agent.socket], one.port).opened();
      await logIn({}, [agent.socket], other.port).opened();
    } finally {
      await Promise.all([agent.stop(), one.stop(), other.stop()]);
    }
  });

  it('says that it has expired, or is not valid yet, or is not of a user', async () => {
    const cases = [
      { id: 'old', validity: '-2d:-1d', says: /The certificate "old" expired on \d{4}-\d\d-\d\d \d\d:\d\d UTC\./ },
      { id: 'new', validity: '+1d:+2d', says: /The certificate "new" is not valid before / },
      { id: 'host', isHost: true, says: /The certificate "host" is not one of a user\./ },
    ];
    for (const { says, ...options } of cases) {
      const key = await makeKeyPair(folder, options.id);
      await authority.certify(`${key.file}.pub`, { ...options, principals: [sshd.userName] });
      const { ended, log } = logIn({ keyFile: key.file });
      expect(await ended()).toMatchObject({
        failure: { code: 'authentication-refused', hint: expect.stringMatching(says) },
      });
      expect(log()).toMatch(says);
    }
  });

  it('says so where the file is no certificate, or that of another key', async () => {
    const [key, other] = [await makeKeyPair(folder, 'mine'), await makeKeyPair(folder, 'others')];
    const certificateFile = await authority.certify(`${other.file}.pub`);
    const failures = await Promise.all([
      logIn({ keyFile: key.file, certificateFile }).ended(),
      logIn({ keyFile: key.file, certificateFile: `${key.file}.pub` }).ended(),
      logIn({ keyFile: key.file, certificateFile: folder }).ended(),
    ]);
    expect(failures).toMatchObject([
      { failure: { field: 'certificateFile', message: expect.stringContaining('is of another key than') } },
      { failure: { field: 'certificateFile', message: expect.stringContaining('is not an OpenSSH certificate') } },
      { failure: { field: 'certificateFile', message: `${folder} is a folder, not a certificate.` } },
    ]);
  });
});
