import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFilesOnSshd, queueOn, temporaryFolder, untilState } from '../testing/files-lab.ts';
import { newBatch } from './conflict.ts';
import { deleteTask } from './delete-tasks.ts';
import { downloadTask } from './download-tasks.ts';
import { uploadTask } from './upload-tasks.ts';

describe('what is chosen together', () => {
  it('is one transfer, with names that differ in case alone and names that are no UTF-8', async () => {
    const folder = temporaryFolder();
    const [source, target] = [join(folder, 'source'), join(folder, 'target')];
    mkdirSync(source);
    mkdirSync(target);
    const odd = (byte: number) => Buffer.concat([Buffer.from(`${source}/odd`), Buffer.of(byte)]);
    for (const name of ['readme', 'README', odd(0xfe), odd(0xff)]) {
      writeFileSync(typeof name === 'string' ? join(source, name) : name, 'x');
    }
    for (let index = 0; index < 200; index += 1) writeFileSync(join(source, `f${index}`), `${index}`);
    const { files } = await openFilesOnSshd();
    const transfers = queueOn(() => files);
    const listed = await files.list(source);
    if (!listed.ok) throw new Error(listed.failure.message);
    const remotePaths = [...listed.value.map(({ name }) => join(source, name)), join(source, 'gone')];
    transfers.add(
      { kind: 'download', name: 'x', to: target },
      downloadTask({ remotePaths, localFolder: target, platform: 'linux', batch: newBatch() }),
    );
    const fetched = await untilState(transfers, 'failed');
    expect(fetched.state).toMatchObject({ failed: 1, failure: { message: 'gone: It is not there.' } });
    expect(fetched).toMatchObject({ files: 204, totalFiles: 204 });
    const names = readdirSync(target);
    expect(names).toHaveLength(204);
    expect(names).toEqual(expect.arrayContaining(['README', 'readme', 'odd\ufffd', 'odd\ufffd (1)']));

    transfers.add({ kind: 'delete', name: 'x', to: source }, deleteTask(remotePaths.slice(0, -1)));
    await untilState(transfers, 'done');
    expect(readdirSync(source)).toEqual([]);
  });

  it('keeps the reasons of the first thousand that were not done, until they are tried again', async () => {
    const folder = temporaryFolder();
    const { files } = await openFilesOnSshd();
    const transfers = queueOn(() => files);
    const names = Array.from({ length: 1002 }, (_, index) => `f${index}`);
    const request = { localPaths: names.map((name) => join(folder, name)), remoteFolder: folder, batch: newBatch() };
    transfers.add({ kind: 'upload', name: 'x', to: folder }, uploadTask(request));
    const { state, transferId } = await untilState(transfers, 'failed');
    expect(state).toMatchObject({ failed: 1002 });
    const { reasons, more } = transfers.notDone(transferId);
    expect([reasons.length, new Set(reasons).size, more]).toEqual([1000, 1000, 2]);
    for (const reason of reasons) expect(reason).toMatch(/\/f\d+ is not there any more\.$/);

    for (const name of names) writeFileSync(join(folder, name), '');
    transfers.act(transferId, 'retry');
    expect(transfers.notDone(transferId)).toEqual({ reasons: [], more: 0 });
    await untilState(transfers, 'asking');
    expect(transfers.notDone('gone')).toEqual({ reasons: [], more: 0 });
  });

  it('keeps apart what lies in a folder by names that are one here', async () => {
    const folder = temporaryFolder();
    const [source, target] = [join(folder, 'source'), join(folder, 'target')];
    mkdirSync(source);
    mkdirSync(target);
    const odd = (name: string, byte: number) => Buffer.concat([Buffer.from(`${source}/${name}`), Buffer.of(byte)]);
    for (const byte of [0xfd, 0xfe, 0xff]) {
      writeFileSync(odd('file', byte), `file ${byte}`);
      mkdirSync(odd('folder', byte));
      writeFileSync(Buffer.concat([odd('folder', byte), Buffer.from('/in')]), `in ${byte}`);
    }
    const { files } = await openFilesOnSshd();
    const transfers = queueOn(() => files);
    const request = { remotePaths: [source], localFolder: target, platform: 'linux', batch: newBatch() } as const;
    transfers.add({ kind: 'download', name: 'x', to: target }, downloadTask(request));
    await untilState(transfers, 'done');
    const contents = (name: string) =>
      ['', ' (1)', ' (2)']
        .map((suffix) => readFileSync(join(target, 'source', name.replace('*', suffix)), 'utf8'))
        .sort();
    expect(contents('file\ufffd*')).toEqual(['file 253', 'file 254', 'file 255']);
    expect(contents('folder\ufffd*/in')).toEqual(['in 253', 'in 254', 'in 255']);
  });

  it('is told of where a file of this computer has a name that cannot be read', async () => {
    const folder = temporaryFolder();
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    writeFileSync(Buffer.concat([Buffer.from(`${tree}/odd`), Buffer.of(0xff)]), 'x');
    const { files } = await openFilesOnSshd();
    const transfers = queueOn(() => files);
    const target = join(folder, 'target');
    mkdirSync(target);
    const request = { localPaths: [tree], remoteFolder: target, batch: newBatch() };
    transfers.add({ kind: 'upload', name: 'x', to: target }, uploadTask(request));
    expect((await untilState(transfers, 'failed')).state).toMatchObject({ failed: 1 });
  });
});
