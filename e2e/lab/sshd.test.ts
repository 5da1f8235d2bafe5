import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair } from './key-pair.ts';
import { descendantsOf } from './process-tree.ts';
import { type Sshd, type SshdOptions, startSshd } from './sshd.ts';
import { freePort, greetingOf } from './tcp.ts';

const run = promisify(execFile);

const sshArguments = async (sshd: Sshd, key = sshd.clientKey) => {
  const knownHosts = join(sshd.folder, 'known_hosts');
  await writeFile(knownHosts, `[127.0.0.1]:${sshd.port} ${sshd.hostKey.publicLine}\n`);
  const options = ['IdentitiesOnly=yes', 'BatchMode=yes', `UserKnownHostsFile=${knownHosts}`];
  return [
    ...['-F', 'none', '-i', key, '-p', String(sshd.port), '-l', sshd.userName],
    ...options.flatMap((option) => ['-o', option]),
    '127.0.0.1',
  ];
};

describe('startSshd', () => {
  let sshd: Sshd;
  const start = async (options?: SshdOptions) => {
    await sshd.stop();
    sshd = await startSshd(options);
  };

  beforeEach(async () => {
    sshd = await startSshd();
  });
  afterEach(() => sshd.stop());

  it('runs a command for its own client key, in a home of its own', async () => {
    const { stdout } = await run('ssh', [...(await sshArguments(sshd)), 'echo "$HOME $PWD $((6 * 7))"']);
    expect(stdout.trim()).toBe(`${sshd.folder}/home ${sshd.folder}/home 42`);
  });

  it('starts an interactive bash with a plain prompt', async () => {
    const session = run('ssh', ['-tt', ...(await sshArguments(sshd))]);
    session.child.stdin?.write('exit 3\n');
    await expect(session).rejects.toMatchObject({ code: 3, stdout: expect.stringContaining('$ ') });
  });

  it('refuses a key until it is authorised', async () => {
    const other = await makeKeyPair(sshd.folder, 'other', { type: 'ecdsa' });
    const command = [...(await sshArguments(sshd, other.file)), 'echo in'];
    await expect(run('ssh', command)).rejects.toMatchObject({ stderr: expect.stringContaining('Permission denied') });
    await sshd.authorize(other.publicLine);
    expect((await run('ssh', command)).stdout).toBe('in\n');
    expect(sshd.log()).toContain('Accepted publickey');
  });

  it('takes the lines of the test before its own, and the host key types asked for', async () => {
    await start({ config: ['ForceCommand echo forced'], hostKeyTypes: ['rsa', 'ecdsa'] });
    expect(sshd.hostKeys.map((key) => key.type)).toEqual(['ssh-rsa', 'ecdsa-sha2-nistp256']);
    expect((await run('ssh', [...(await sshArguments(sshd)), 'ls'])).stdout).toBe('forced\n');
  });

  it('says nothing while it is frozen, and goes on when thawed', async () => {
    const session = run('ssh', [...(await sshArguments(sshd)), 'echo ready; read line; echo "got $line"']);
    const output = session.child.stdout;
    if (output === null) throw new Error('no output');
    await new Promise((resolve) => output.once('data', resolve));
    sshd.freeze();
    session.child.stdin?.write('hello\n');
    // A new connection is served to its end; the frozen one must have stayed silent all that time.
    const heard: string[] = [];
    output.on('data', (chunk) => heard.push(String(chunk)));
    await run('ssh', [...(await sshArguments(sshd)), 'true']);
    expect(heard).toEqual([]);
    sshd.thaw();
    expect((await session).stdout).toBe('ready\ngot hello\n');
  });

  it('kills connections without closing its port', async () => {
    const session = run('ssh', [...(await sshArguments(sshd)), 'echo ready; sleep 600']);
    await new Promise((resolve) => session.child.stdout?.once('data', resolve));
    sshd.killConnections();
    await expect(session).rejects.toMatchObject({ code: 255 });
    expect(String(await greetingOf(sshd.port))).toMatch(/^SSH-2\.0/);
  });

  it('leaves no process, port or folder behind', async () => {
    const session = run('ssh', [...(await sshArguments(sshd)), 'echo ready; sleep 600']);
    await new Promise((resolve) => session.child.stdout?.once('data', resolve));
    const sleeper = () => descendantsOf(process.pid).find((one) => one.name === 'sleep')?.pid;
    await expect.poll(sleeper).toBeDefined();
    const pid = sleeper();
    const ended = expect(session).rejects.toMatchObject({ code: 255 });
    await sshd.stop();
    await ended;
    expect(existsSync(sshd.folder)).toBe(false);
    await expect.poll(() => existsSync(`/proc/${pid}/exe`)).toBe(false);
    expect(await greetingOf(sshd.port)).toBeNull();
  });

  it('says why it did not start', async () => {
    const port = await freePort();
    await expect(startSshd({ port, config: ['NoSuchKeyword yes'] })).rejects.toThrow('NoSuchKeyword');
  });
});
