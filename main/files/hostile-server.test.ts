import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import type { FolderEntry, RemoteFiles } from '../session/ports/remote-files.ts';
import { browse } from './browse.ts';
import { openFilesOnSshd, queueOn, temporaryFolder, untilState } from './testing/files-lab.ts';
import { newBatch } from './transfers/conflict.ts';
import { downloadTask } from './transfers/download-tasks.ts';

const entry = (name: string, kind: FolderEntry['kind'] = 'file'): FolderEntry => ({
  name,
  kind,
  size: 4,
  modifiedAt: 1_700_000_000,
  mode: 0o6755,
  owner: 'ada',
  group: 'ada',
});

/** A server that lists what it likes for every folder, and has the same four bytes in every file. */
async function listing(...names: readonly FolderEntry[]): Promise<RemoteFiles> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), 'evil');
  const { files } = await openFilesOnSshd();
  return {
    ...files,
    realPath: async () => success('/srv'),
    stat: async () => success(entry('tree', 'folder')),
    list: async () => success(names),
    open: () => files.open(join(folder, 'file'), 'read'),
  };
}

async function fetchAll(files: RemoteFiles, folder: string) {
  const transfers = queueOn(() => files);
  const request = { remotePaths: ['/srv/tree'], localFolder: folder, platform: process.platform, batch: newBatch() };
  transfers.add({ kind: 'download', name: 'tree', to: folder }, downloadTask(request));
  return untilState(transfers, 'failed');
}

describe('a hostile server', () => {
  it('writes nothing outside the folder that the user chose', async () => {
    const around = temporaryFolder();
    const folder = join(around, 'chosen');
    mkdirSync(folder);
    const files = await listing(entry('../../evil'), entry('/tmp/evil'), entry('..', 'folder'), entry('good'));
    const { state } = await fetchAll(files, folder);
    expect(state).toMatchObject({ kind: 'failed', failed: 3, failure: { code: 'file-refused' } });
    expect(readdirSync(around, { recursive: true }).sort()).toEqual(['chosen', 'chosen/tree', 'chosen/tree/good']);
  });

  it('follows no link of this computer where it makes a folder', async () => {
    const around = temporaryFolder();
    const [folder, elsewhere] = [join(around, 'chosen'), join(around, 'elsewhere')];
    mkdirSync(folder);
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(folder, 'tree'));
    await fetchAll(await listing(entry('good')), folder);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('transfers no devices, and shows no control characters', async () => {
    const folder = temporaryFolder();
    const files = await listing(entry('zero', 'other'), entry('a\u001b]0;evil\u0007b\u202etxt'));
    const { state } = await fetchAll(files, folder);
    expect(state).toMatchObject({ failure: { message: expect.stringContaining('zero: It is a device') } });
    expect(existsSync(join(folder, 'tree', 'zero'))).toBe(false);
    const shown = await browse(files, '/srv');
    expect(shown).toMatchObject({ value: { entries: [{}, { shownName: 'a]0;evilbtxt' }] } });
  });
});
