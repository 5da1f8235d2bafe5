import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { KeyType } from '../../../e2e/lab/key-pair.ts';
import { requireProgram } from '../../../e2e/lab/programs.ts';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { knownHostsLineOf, readPuttyHostKeys } from './putty-host-keys.ts';

const home = mkdtempSync(join(tmpdir(), 'holdfast-putty-'));
afterAll(() => rmSync(home, { recursive: true }));
const file = join(home, '.putty', 'sshhostkeys');
mkdirSync(join(home, '.putty'), { mode: 0o700 }); // where it is, PuTTY uses it, and else ~/.config/putty

/** Has the real plink accept and store the server's host key. */
async function storeByPlink(sshd: Sshd): Promise<void> {
  const { XDG_CONFIG_HOME: _, SSH_AUTH_SOCK: __, ...env } = process.env;
  const args = ['-ssh', '-P', String(sshd.port), '-no-antispoof', `nobody@127.0.0.1`, 'true'];
  const plink = spawn(requireProgram('plink'), args, {
    env: { ...env, HOME: home },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  plink.stdin.write('y\n');
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').includes(`@${sshd.port}:`)).toBe(true);
  plink.kill('SIGKILL');
  if (plink.exitCode === null && plink.signalCode === null) await once(plink, 'exit');
}

describe("PuTTY's host keys", () => {
  it.each<KeyType>(['ed25519', 'ecdsa', 'rsa', 'dsa'])(
    'of type %s, stored by the real plink, become the same key',
    async (type) => {
      const sshd = await startSshd({
        hostKeyTypes: [type],
        config: type === 'dsa' ? ['HostKeyAlgorithms ssh-dss'] : [],
      });
      try {
        await storeByPlink(sshd);
      } finally {
        await sshd.stop();
      }
      const entry = readPuttyHostKeys(readFileSync(file, 'utf8')).at(-1);
      expect(entry && knownHostsLineOf(entry)).toEqual({
        ok: true,
        value: `[127.0.0.1]:${sshd.port} ${sshd.hostKey.publicLine}`,
      });
    },
  );

  it('on port 22 have the bare name, unescaped', () => {
    const name = 'rsa2@22:fe80%3A%3A1%25eth0';
    expect(knownHostsLineOf({ name, value: '0x10001,0xc5' })).toMatchObject({
      value: expect.stringMatching(/^(\|1\||fe80::1%eth0 )/),
    });
  });

  it.each([
    ['rsa2@22', '0x10001,0xc5', 'its name'],
    ['rsa2@70000:host', '0x10001,0xc5', 'its name'],
    ['rsa2@22:host', '0x10001', 'damaged'],
    ['rsa2@22:host', '0x10001,xyz', 'damaged'],
    ['ssh-ed25519@22:host', '', 'damaged'],
    ['ecdsa-sha2-nistp256@22:host', 'nistp384,0x1,0x2', 'damaged'],
    ['ecdsa-sha2-nistp256@22:host', `nistp256,0x${'1'.repeat(80)},0x2`, 'its point'],
    ['dss@22:host', '0x1,0x2,0x3', 'damaged'],
    ['rsa@22:host', '0x1,0x2', 'type rsa are not accepted'],
    ['unknown@22:host', '0x1', 'not known here'],
  ])('such as %s with %s are not taken over, with the reason', (name, value, reason) => {
    expect(knownHostsLineOf({ name, value })).toMatchObject({
      failure: { message: expect.stringContaining(reason) },
    });
  });
});

it('reads lines, and passes over what is none', () => {
  expect(readPuttyHostKeys('a@22:b 0x1\r\n\n#\nc@22:d 0x2 more\n')).toEqual([{ name: 'a@22:b', value: '0x1' }]);
});
