import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failed } from '#contract/failure.ts';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import { openFilesOnSshd, queueOn, temporaryFolder, untilState } from '../testing/files-lab.ts';
import { newBatch } from './conflict.ts';
import { uploadTask } from './upload-tasks.ts';

it('asks once, also where the connection was lost as the answer came', async () => {
  const [from, to] = [temporaryFolder(), join(temporaryFolder(), 'to')];
  mkdirSync(to);
  writeFileSync(join(from, 'a.txt'), 'new');
  writeFileSync(join(to, 'a.txt'), 'old');
  const { files } = await openFilesOnSshd();
  let isLost = true;
  const lost = failed({ code: 'files-lost', message: 'lost', retryable: true });
  const losing: RemoteFiles = { ...files, list: async (path) => (isLost ? lost : files.list(path)) };
  const transfers = queueOn(() => losing);
  transfers.add(
    { kind: 'upload', name: 'a.txt', to },
    uploadTask({ localPaths: [join(from, 'a.txt')], remoteFolder: to, batch: newBatch() }),
  );
  const { state } = await untilState(transfers, 'asking');
  if (state.kind !== 'asking') throw new Error('It does not ask.');
  transfers.answer(state.question.questionId, { choice: 'rename', forAll: false });
  await untilState(transfers, 'disconnected');

  isLost = false;
  transfers.noteConnected();
  await untilState(transfers, 'done');
  expect(readdirSync(to).sort()).toEqual(['a (1).txt', 'a.txt']);
  expect(readFileSync(join(to, 'a.txt'), 'utf8')).toBe('old');
});
