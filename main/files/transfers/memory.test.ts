import { closeSync, ftruncateSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import { openFilesOnSshd, queueOn, temporaryFolder, untilState } from '../testing/files-lab.ts';
import { newBatch } from './conflict.ts';
import { downloadTask } from './download-tasks.ts';
import { uploadTask } from './upload-tasks.ts';

const megabyte = 1024 * 1024;
/** As flow.ts: what may be under way on one connection. */
const bound = 16 * megabyte;

/** Counts the bytes of requests that have no answer yet, and the buffers that any were ever made with. */
function watched(files: RemoteFiles) {
  const buffers = new Set<ArrayBufferLike>();
  let underWay = 0;
  let most = 0;
  const note = async <T>({ buffer, length }: Uint8Array, answer: Promise<T>): Promise<T> => {
    buffers.add(buffer);
    underWay += length;
    most = Math.max(most, underWay);
    const value = await answer;
    underWay -= length;
    return value;
  };
  const made = () => [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
  const through: RemoteFiles = {
    ...files,
    read: (handle, target, position) => note(target, files.read(handle, target, position)),
    write: (handle, data, position) => note(data, files.write(handle, data, position)),
  };
  return { through, most: () => most, made };
}

it.each(['download', 'upload'] as const)('memory for a %s is bounded, however large the file is', async (kind) => {
  const folder = temporaryFolder();
  const [source, target] = [join(folder, 'large'), join(folder, 'target')];
  mkdirSync(target);
  const size = 4 * bound;
  const file = openSync(source, 'w');
  ftruncateSync(file, size); // without blocks on the disk
  closeSync(file);
  const { files } = await openFilesOnSshd();
  const { through, most, made } = watched(files);
  const transfers = queueOn(() => through);
  const request = { batch: newBatch(), platform: process.platform };
  const task =
    kind === 'download'
      ? downloadTask({ ...request, remotePaths: [source], localFolder: target })
      : uploadTask({ ...request, localPaths: [source], remoteFolder: target });
  transfers.add({ kind, name: 'large', to: target }, task);
  await untilState(transfers, 'done');
  expect(statSync(join(target, 'large')).size).toBe(size);
  expect(most()).toBeLessThanOrEqual(bound);
  expect(made()).toBeLessThanOrEqual(2 * bound); // small ones make room for large ones while it gets faster
});
