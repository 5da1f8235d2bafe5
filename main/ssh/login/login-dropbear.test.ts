import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabAgent, startAgent } from '../../../e2e/lab/agent.ts';
import { type Dropbear, dropbearIsPossible, startDropbear } from '../../../e2e/lab/dropbear.ts';
import { type KeyType, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { tryTransport } from '../testing/transport-trial.ts';

describe.skipIf(!dropbearIsPossible())('a login at dropbear', { timeout: 60_000 }, () => {
  let folder: string;
  let agent: LabAgent;
  let dropbear: Dropbear;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-dropbear-'));
    agent = await startAgent(folder);
    dropbear = await startDropbear(folder, []);
  });
  afterAll(async () => {
    await agent.stop();
    await dropbear.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const logIn = (keyFile: string, places: readonly string[]) =>
    tryTransport({
      profile: { portNumber: dropbear.port, userName: dropbear.userName, noShell: true, keyFile },
      dependencies: { findAgents: async () => places },
    });

  it.each(['ed25519', 'ecdsa', 'rsa'] as const satisfies readonly KeyType[])(
    'takes a key of type %s, from its file and from the agent',
    async (type) => {
      const key = await makeKeyPair(folder, type, { type });
      await dropbear.authorize(key.publicLine);
      await logIn(key.file, []).opened();
      await agent.add('-D');
      await agent.add(key.file);
      const byAgent = logIn('', [agent.socket]);
      await byAgent.opened();
      expect(byAgent.log()).toContain(`with the agent's key ${key.type} ${key.fingerprint}.`);
    },
  );
});
