import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { damagedCopies } from '../../../e2e/lab/damage.ts';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { hashedName } from './host-pattern.ts';
import { knownHostsLineOf, readPuttyHostKeys } from './putty-host-keys.ts';
import { policyUnder } from './testing/policy-under.ts';

let folder: string;
let key: KeyPair;
let other: KeyPair;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-damaged-hosts-'));
  [key, other] = await Promise.all([makeKeyPair(folder, 'key'), makeKeyPair(folder, 'other', { type: 'ecdsa' })]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const offeredBy = ({ type, fingerprint, publicLine }: KeyPair, host: string) => ({
  ...{ host, port: 22, keyType: type, fingerprint, certificate: null },
  blob: Buffer.from(publicLine.split(' ')[1] ?? '', 'base64'),
});

it('a damaged known_hosts settles each question, and is only ever added to', { timeout: 60_000 }, async () => {
  const whole = [
    '# hosts of the lab',
    `web.lan,10.0.0.5 ${key.publicLine}`,
    `${hashedName('db.lan')} ${other.publicLine}`,
    `@revoked *.gone.lan ${key.publicLine}`,
    `@cert-authority *.lan ${other.publicLine}`,
    `[gate.lan]:2222 ${other.publicLine}`,
  ].join('\n');
  const readFileOf = join(folder, 'known_hosts');
  const ownFile = join(folder, 'own_known_hosts');
  for (const { what, bytes } of damagedCopies(Buffer.from(`${whole}\n`))) {
    await writeFile(readFileOf, bytes);
    await writeFile(ownFile, bytes);
    const notices: string[] = [];
    const policy = () =>
      policyUnder({}, { readFile: readFileOf, ownFile, homeDir: folder, onNotice: (text) => notices.push(text) });
    const asked: string[] = [];
    const check = (host: string) =>
      policy().check(offeredBy(key, host), async ({ kind }) => {
        asked.push(kind);
        return { kind: 'accept-and-save' };
      });
    for (const host of ['web.lan', 'db.lan', 'new.lan', 'was.gone.lan']) {
      const checked = await check(host);
      if (!checked.ok) expect(checked.failure.message, what).toMatch(/\.$/);
      const before = asked.length;
      // What was accepted is known from then on, whatever stands before it.
      expect(await check(host), what).toEqual(checked.ok ? { ok: true, value: 'known' } : checked);
      expect(asked, what).toHaveLength(before);
    }
    expect((await readFile(readFileOf)).equals(bytes), what).toBe(true);
    const own = await readFile(ownFile);
    expect(own.subarray(0, bytes.length).equals(bytes), what).toBe(true);
    expect(notices).toEqual([]);
  }
});

it("PuTTY's damaged host keys are keys, or sentences", () => {
  const blob = Buffer.from(key.publicLine.split(' ')[1] ?? '', 'base64');
  const number = (bytes: Buffer) => `0x${bytes.toString('hex')}`;
  const whole = `ssh-ed25519@22:web.lan ${number(blob.subarray(0, 32))},${number(blob.subarray(-32))}\nrsa2@22:db.lan 0x10001,0xc0ffee\n`;
  for (const { what, bytes } of damagedCopies(Buffer.from(whole))) {
    for (const found of readPuttyHostKeys(bytes.toString('latin1'))) {
      const line = knownHostsLineOf(found);
      expect(line.ok ? line.value : line.failure.message, what).toMatch(line.ok ? /^\S+ \S+ [\w+/=]+$/ : /\.$/);
    }
  }
});
