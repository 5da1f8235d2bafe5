import { afterEach, describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import type { SessionAlgorithms } from '../../session/ports/transport.ts';
import { tryTransport } from '../testing/transport-trial.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const { kexOrder, cipherOrder, macOrder, compression } = defaultProfile;
const defaults: SessionAlgorithms = { kexOrder, cipherOrder, macOrder, compression };

const first = (name: string, order: readonly string[]) => [name, ...order.filter((other) => other !== name)];
const last = (name: string, order: readonly string[]) => [...order.filter((other) => other !== name), name];

/** A session at a real server that answers each line by what it has counted so far. */
async function openCounting(options: { readonly profile?: Partial<Profile>; readonly server?: readonly string[] }) {
  const sshd = await startSshd({ config: options.server ?? [] });
  cleanups.push(sshd.stop);
  const remoteCommand = 'n=0; while read line; do n=$((n+1)); seq 1 $line; echo "end of $n"; done';
  const profile = { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, remoteCommand };
  const trial = tryTransport({
    profile: { ...profile, noPty: true, localEcho: 'off', localEditing: 'off', ...options.profile },
  });
  const agreed = () =>
    trial.events.flatMap((event) => (event.kind === 'negotiated' ? [event.negotiated] : [])).at(-1) ?? null;
  let asked = 0;
  /** Has it print so many numbers, and waits for them. */
  const print = async (count: number) => {
    asked += 1;
    trial.transport.write(Buffer.from(`${count}\n`));
    const end = `end of ${asked}\r\n`;
    await trial.until(() => trial.output().endsWith(end));
  };
  const output = () => trial.output().replaceAll('\r', '');
  return { ...trial, output, agreed, print };
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}\n`).join('');

describe('algorithms that are changed in a session', () => {
  it('are taken at once, and the program goes on', async () => {
    const { opened, print, transport, until, agreed, output, log, count } = await openCounting({});
    await opened();
    await print(2);
    expect(agreed()).toMatchObject({ cipherOut: 'aes128-gcm@openssh.com', macOut: '' });
    transport.setAlgorithms({
      ...defaults,
      kexOrder: first('ecdh-sha2-nistp256', kexOrder),
      cipherOrder: first('aes256-ctr', cipherOrder),
      macOrder: first('hmac-sha2-512', macOrder),
    });
    await until(() => agreed()?.cipherIn === 'aes256-ctr');
    expect(agreed()).toMatchObject({ kex: 'ecdh-sha2-nistp256', cipherOut: 'aes256-ctr', macIn: 'hmac-sha2-512' });
    expect(log()).toContain('The keys are renewed, as other algorithms were chosen.');
    expect(log()).toContain('Cipher: aes256-ctr');
    await print(3);
    expect(output()).toBe('1\n2\nend of 1\n1\n2\n3\nend of 2\n');
    expect(count('negotiated')).toBe(2);
  });

  it('compress and no longer compress what is on its way, both ways', async () => {
    const { opened, print, transport, until, agreed, output } = await openCounting({});
    await opened();
    const printed = print(200_000);
    await until(() => output().length > 0);
    transport.setAlgorithms({ ...defaults, compression: true });
    await printed;
    await until(() => agreed()?.compressionIn === 'zlib@openssh.com');
    await print(100_000);
    transport.setAlgorithms(defaults);
    await print(50_000);
    await until(() => agreed()?.compressionOut === 'none');
    await print(1);
    const expected = [200_000, 100_000, 50_000, 1].map((count, at) => `${numbers(count)}end of ${at + 1}\n`).join('');
    expect(output() === expected).toBe(true);
  });

  it('stay those in use where the server has nothing else, even below the line', async () => {
    const server = ['Ciphers aes128-ctr', 'Compression no'];
    const { opened, print, transport, until, agreed, log } = await openCounting({ server });
    await opened();
    transport.setAlgorithms({ ...defaults, cipherOrder: last('aes128-ctr', cipherOrder), compression: true });
    await until(() => log().includes('The keys were renewed.'));
    await print(1);
    expect(agreed()).toMatchObject({ cipherOut: 'aes128-ctr', compressionOut: 'none' });
  });

  it('wait for the login, and for keys that are just being renewed', async () => {
    const { opened, print, transport, until, agreed } = await openCounting({});
    transport.setAlgorithms({ ...defaults, cipherOrder: first('aes256-ctr', cipherOrder) });
    await until(() => agreed()?.cipherOut === 'aes256-ctr');
    await opened();
    transport.setAlgorithms({ ...defaults, cipherOrder: first('aes192-ctr', cipherOrder) });
    transport.setAlgorithms({ ...defaults, cipherOrder: first('chacha20-poly1305@openssh.com', cipherOrder) });
    transport.setAlgorithms({ ...defaults, cipherOrder: first('aes256-gcm@openssh.com', cipherOrder) });
    await until(() => agreed()?.cipherOut === 'aes256-gcm@openssh.com');
    await print(1);
  });
});
