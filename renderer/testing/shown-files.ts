import { success } from '#contract/failure.ts';
import type { Transfer, TransferState } from '#contract/files/files.ts';
import type { ZmodemStatus } from '#contract/files/zmodem.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { FileQuestion } from '../files/file-actions.ts';
import type { Answers } from './fake-bridge.ts';

const host = 'web.example.com';
const at = new Date(2026, 2, 9, 14, 3).getTime();
const failure = { code: 'file-failed', message: '⟦It failed.⟧', retryable: true } as const;
const facts = { size: 2048, modifiedAt: at / 1000 };

const transferStates: readonly TransferState[] = [
  { kind: 'waiting' },
  { kind: 'running' },
  { kind: 'paused' },
  { kind: 'disconnected' },
  { kind: 'done' },
  { kind: 'failed', failure, failed: 2 },
  { kind: 'cancelled' },
];
const transferOf = (state: TransferState, index: number): Transfer => ({
  transferId: `${index}`,
  kind: (['download', 'upload', 'delete'] as const)[index % 3] ?? 'upload',
  name: 'web',
  to: '/web',
  state,
  bytes: 2048,
  totalBytes: 4096,
  files: 1,
  totalFiles: 2,
  bytesPerSecond: 100,
});
const entries = (['file', 'folder', 'link', 'other'] as const).map((kind) => ({
  ...{ name: kind, shownName: `/web/notes.${kind}`, kind, target: null, size: 2048 },
  ...{ modifiedAt: at / 1000, mode: 0o644, owner: 'ada', group: 'ada' },
}));

/** By what is read in them. */
export const fileQuestions: Readonly<Record<string, FileQuestion>> = {
  'New folder': { kind: 'new-folder' },
  'Permissions of': { kind: 'mode', entries },
  'Move ': { kind: 'move', entries, to: { path: '/web', shown: '/web' } },
  'Delete ': { kind: 'delete', entries },
  ...Object.fromEntries(entries.slice(0, 1).map((entry) => ['Rename ', { kind: 'rename', entry }] as const)),
};

const progress = { name: 'web', file: 1, files: 2, bytes: 10, totalBytes: 2048, bytesPerSecond: 10, isStopping: false };

/** By what is read in them. */
export const zmodemStates: Readonly<Record<string, ZmodemStatus>> = {
  'Receive 2 files': {
    questionId: '1',
    kind: 'offered',
    host,
    name: 'web',
    files: 2,
    totalBytes: 2048,
    folder: '/web',
  },
  'Send files to': { questionId: '2', kind: 'wanted', host },
  'Overwrite this file?': { questionId: '3', kind: 'exists', name: 'web', from: facts, to: facts },
  'Receiving web': { kind: 'receiving', ...progress },
  'Ending the transfer…': { kind: 'sending', ...progress, isStopping: true },
};

/** What main says of the files of a session. */
export const fileAnswers: Answers = {
  'files.status': ({ id }: { readonly id: SessionId }) =>
    success({
      id,
      transfers: transferStates.map(transferOf),
      edits: [{ editId: '1', name: 'web', folder: '/', state: { kind: 'conflict' } }],
      settled: 0,
    }),
  'files.not-done': () => success({ reasons: [failure.message], more: 2 }),
  'files.list': () => success({ path: '/web', shownPath: '/web', entries }),
};
