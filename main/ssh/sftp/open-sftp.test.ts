import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sftpServer } from '../../../e2e/lab/sshd-config.ts';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import { logInToSshd } from '../ssh2-internals/testing/logged-in-client.ts';
import { openSftp } from './open-sftp.ts';

const never = new AbortController().signal;

async function opened(config: readonly string[]): Promise<RemoteFiles> {
  const result = await openSftp(await logInToSshd(config), 'web', never);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

describe('a channel for files', () => {
  it('says so where the server has no SFTP', async () => {
    expect(await openSftp(await logInToSshd(), 'web', never)).toMatchObject({
      ok: false,
      failure: { code: 'files-unavailable', message: "web offers no SFTP, so its files can't be shown." },
    });
  });

  it('tells kind, size, time, permissions and owner', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-sftp-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'file'), 'text');
    chmodSync(join(folder, 'file'), 0o640);
    mkdirSync(join(folder, 'folder'));
    const files = await opened([sftpServer]);
    const listed = await files.list(folder);
    expect(listed.ok && [...listed.value].sort((a, b) => a.name.localeCompare(b.name))).toMatchObject([
      { name: 'file', kind: 'file', size: 4, mode: 0o640, owner: expect.stringMatching(/^[a-z]/) },
      { name: 'folder', kind: 'folder' },
    ]);
    expect(await files.list('/nowhere')).toMatchObject({ failure: { code: 'file-not-found' } });
    expect(await files.open(join(folder, 'file'), 'create')).toMatchObject({ failure: { code: 'file-failed' } });
  });

  it('lists a folder of more names than one answer has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-sftp-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const names = Array.from({ length: 950 }, (_, index) => `file ${index}`);
    for (const name of names) writeFileSync(join(folder, name), '');
    const listed = await (await opened([sftpServer])).list(folder);
    expect(listed.ok && listed.value.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it('answers all that is asked of it once it has ended', async () => {
    const client = await logInToSshd([sftpServer]);
    const result = await openSftp(client, 'web', never);
    if (!result.ok) throw new Error(result.failure.message);
    const asked = Array.from({ length: 50 }, () => result.value.stat('/'));
    client.destroy();
    await result.value.ended;
    const answers = await Promise.all([...asked, result.value.stat('/')]);
    expect(answers.at(-1)).toMatchObject({ failure: { code: 'files-lost' } });
  });
});
