import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import { openFilesOnSshd, queueOn, temporaryFolder, untilState } from '../testing/files-lab.ts';
import { newBatch } from './conflict.ts';
import { deleteTask } from './delete-tasks.ts';
import { downloadTask } from './download-tasks.ts';
import type { Transfers } from './transfers.ts';
import { uploadTask } from './upload-tasks.ts';

const download = (transfers: Transfers, remotePath: string, localFolder: string, batch = newBatch()) =>
  transfers.add(
    { kind: 'download', name: 'x', to: localFolder },
    downloadTask({ remotePaths: [remotePath], localFolder, platform: 'linux', batch }),
  );
const upload = (transfers: Transfers, localPath: string, remoteFolder: string, batch = newBatch()) =>
  transfers.add(
    { kind: 'upload', name: 'x', to: remoteFolder },
    uploadTask({ localPaths: [localPath], remoteFolder, batch }),
  );

/** A folder with a few files and folders in it. */
function makeTree(folder: string): string {
  const root = join(folder, 'tree');
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  mkdirSync(join(root, 'empty'));
  for (let index = 0; index < 150; index += 1) writeFileSync(join(root, 'deep', `f${index}`), `${index}`.repeat(index));
  writeFileSync(join(root, 'big'), randomBytes(3_000_000));
  writeFileSync(join(root, 'deep', 'er', 'größe 🦊.txt'), 'text');
  writeFileSync(join(root, 'run.sh'), '#!/bin/sh\n');
  chmodSync(join(root, 'run.sh'), 0o755);
  return root;
}

const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => [entry, join(entry.parentPath, entry.name)] as const)
      .map(([entry, path]) => [
        path.slice(folder.length),
        entry.isFile() ? `${statSync(path).mode} ${readFileSync(path).toString('base64')}` : 'folder',
      ]),
  );

describe.each([
  ['sftp-server', undefined],
  ['internal-sftp', ['Subsystem sftp internal-sftp', 'ForceCommand internal-sftp']],
])('transfers with %s', (_name, config) => {
  it('carry a folder up and down again, byte for byte, with permissions and times', async () => {
    const folder = temporaryFolder();
    const tree = makeTree(folder);
    const { files } = await openFilesOnSshd(config);
    const transfers = queueOn(() => files);
    const [up, down] = [join(folder, 'up'), join(folder, 'down')];
    mkdirSync(up);
    mkdirSync(down);
    upload(transfers, tree, up);
    const sent = await untilState(transfers, 'done');
    expect(sent).toMatchObject({ files: 153, totalFiles: 153, bytes: sent.totalBytes });
    download(transfers, join(up, 'tree'), down);
    await untilState(transfers, 'done');
    expect(contentsOf(join(down, 'tree'))).toEqual(contentsOf(tree));
    const seconds = (path: string) => Math.floor(statSync(path).mtimeMs / 1000);
    expect(seconds(join(down, 'tree', 'big'))).toBe(seconds(join(tree, 'big')));
  });
});

/** Ends the connection once so many bytes were moved, and counts what every connection moves. */
function cutAfter(files: RemoteFiles, bytes: number, cut: () => void, counts: { moved: number }): RemoteFiles {
  const note = <T>(length: number, answer: Promise<T>) => {
    counts.moved += length;
    if (counts.moved >= bytes) cut();
    return answer;
  };
  return {
    ...files,
    read: (handle, target, position) => note(target.length, files.read(handle, target, position)),
    write: (handle, data, position) => note(data.length, files.write(handle, data, position)),
  };
}

describe('a connection that is lost', () => {
  it.each(['download', 'upload'] as const)('lets a %s go on behind what has arrived', async (kind) => {
    const folder = temporaryFolder();
    const size = 6_000_000;
    const source = join(folder, 'source.bin');
    writeFileSync(source, randomBytes(size));
    const target = join(folder, 'target');
    mkdirSync(target);
    const first = await openFilesOnSshd();
    const second = await openFilesOnSshd();
    const counts = [{ moved: 0 }, { moved: 0 }] as const;
    const cut = cutAfter(first.files, size / 2, () => first.client.destroy(), counts[0]);
    const whole = cutAfter(second.files, Number.POSITIVE_INFINITY, () => undefined, counts[1]);
    let current = cut;
    const transfers = queueOn(() => current);
    if (kind === 'download') download(transfers, source, target);
    else upload(transfers, source, target);
    await untilState(transfers, 'disconnected');
    expect(existsSync(join(target, kind === 'download' ? 'source.bin.part' : 'source.bin'))).toBe(true);
    current = whole;
    transfers.noteConnected();
    await untilState(transfers, 'done');
    expect(readFileSync(join(target, 'source.bin')).equals(readFileSync(source))).toBe(true);
    expect(readdirSync(target)).toEqual(['source.bin']);
    expect(counts[1].moved).toBeLessThan(size * 0.9);
  });

  it('is not gone on with where the source has changed since', async () => {
    const folder = temporaryFolder();
    const source = join(folder, 'source.bin');
    writeFileSync(source, 'new text');
    writeFileSync(join(folder, 'source.bin.part'), 'old');
    const { files } = await openFilesOnSshd();
    const transfers = queueOn(() => files);
    const target = join(folder, 'target');
    mkdirSync(target);
    writeFileSync(join(target, 'source.bin.part'), 'old');
    download(transfers, source, target);
    await untilState(transfers, 'done');
    expect(readFileSync(join(target, 'source.bin'), 'utf8')).toBe('new text');
  });
});

describe('what is in the way', () => {
  it.each([
    ['overwrite', { 'a.txt': 'new', 'b.txt': 'new' }],
    ['skip', { 'a.txt': 'old', 'b.txt': 'old' }],
    ['rename', { 'a.txt': 'old', 'b.txt': 'old', 'a (1).txt': 'new', 'b (1).txt': 'new' }],
  ] as const)('is asked about once where the answer is for all: %s', async (choice, expected) => {
    for (const kind of ['download', 'upload'] as const) {
      const folder = temporaryFolder();
      const [from, to] = [join(folder, 'from'), join(folder, 'to')];
      mkdirSync(join(from, 'tree'), { recursive: true });
      mkdirSync(join(to, 'tree'), { recursive: true });
      for (const name of ['a.txt', 'b.txt']) {
        writeFileSync(join(from, 'tree', name), 'new');
        writeFileSync(join(to, 'tree', name), 'old');
      }
      const { files } = await openFilesOnSshd();
      const transfers = queueOn(() => files);
      if (kind === 'download') download(transfers, join(from, 'tree'), to);
      else upload(transfers, join(from, 'tree'), to);
      const { state } = await untilState(transfers, 'asking');
      if (state.kind !== 'asking') throw new Error('it does not ask');
      expect(state.question).toMatchObject({ from: { size: 3 }, to: { size: 3 } });
      transfers.answer(state.question.questionId, { choice, forAll: true });
      await untilState(transfers, 'done');
      const names = Object.keys(contentsOf(join(to, 'tree')));
      expect(
        Object.fromEntries(names.map((name) => [name.slice(1), readFileSync(join(to, 'tree', name), 'utf8')])),
      ).toEqual(expected);
    }
  });
});

describe('a transfer', () => {
  it('leaves nothing half done behind when it is cancelled', async () => {
    const folder = temporaryFolder();
    const source = join(folder, 'source.bin');
    writeFileSync(source, randomBytes(4_000_000));
    const target = join(folder, 'target');
    mkdirSync(target);
    const { files } = await openFilesOnSshd();
    let cancel = () => {};
    const transfers = queueOn(() => cutAfter(files, 1_000_000, () => cancel(), { moved: 0 }));
    cancel = () => transfers.act(transfers.list()[0]?.transferId ?? '', 'cancel');
    download(transfers, source, target);
    await untilState(transfers, 'cancelled');
    await expect.poll(() => readdirSync(target)).toEqual([]);
  });

  it('says what could not be read, does the rest, and tries again when it is asked to', async () => {
    const folder = temporaryFolder();
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    writeFileSync(join(tree, 'good'), 'good');
    symlinkSync('/nowhere/at/all', join(tree, 'broken'));
    const { files } = await openFilesOnSshd();
    const refusing: RemoteFiles = {
      ...files,
      open: (path, mode) => files.open(refuses && path.endsWith('good') ? '/nowhere/at/all' : path, mode),
    };
    let refuses = true;
    const transfers = queueOn(() => refusing);
    const target = join(folder, 'target');
    mkdirSync(target);
    download(transfers, tree, target);
    const { state, transferId } = await untilState(transfers, 'failed');
    expect(state).toMatchObject({
      failed: 1,
      failure: { code: 'file-not-found', message: 'tree/good: It is not there.' },
    });
    refuses = false;
    transfers.act(transferId, 'retry');
    await untilState(transfers, 'done');
    expect(readdirSync(join(target, 'tree'))).toEqual(['good']);
  });
});

describe('a deletion', () => {
  it('takes a folder with all that is in it, and leaves alone what links in it lead to', async () => {
    const folder = temporaryFolder();
    const tree = makeTree(folder);
    const kept = join(folder, 'kept');
    mkdirSync(kept);
    writeFileSync(join(kept, 'file'), 'kept');
    symlinkSync(kept, join(tree, 'deep', 'link'));
    const { files } = await openFilesOnSshd();
    const transfers = queueOn(() => files);
    transfers.add({ kind: 'delete', name: 'tree', to: folder }, deleteTask([tree]));
    await untilState(transfers, 'done');
    expect(existsSync(tree)).toBe(false);
    expect(readdirSync(kept)).toEqual(['file']);
  });
});
