import { randomUUID } from 'node:crypto';
import { rmSync, unwatchFile, watchFile } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure, Result } from '#contract/failure.ts';
import type { Edit, EditState } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { FileAttributes } from '../session/ports/remote-files.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { editName } from './edit-name.ts';
import { localName } from './local/local-name.ts';
import { nameOf, parentOf } from './remote-path.ts';
import { downloadFile } from './transfers/download-file.ts';
import type { Outcome, Tools } from './transfers/task.ts';
import type { Connected } from './transfers/transfers.ts';
import { nothingUploaded, uploadFile } from './transfers/upload-file.ts';

/** How often the file is looked at while it is edited, ms: some editors write a new one in its place. */
const lookMs = 500;

/** A file of the server that is edited in a program of this computer, and sent back whenever it is saved there. */
export interface RunningEdit {
  readonly shown: () => Edit;
  /** Sends it though it was changed on the server too, or once more after a failure. */
  readonly save: () => void;
  /** The session is connected again: what could not be sent is. */
  readonly noteConnected: () => void;
  /** Stops looking at it, and removes it from this computer. */
  readonly end: () => void;
}

export interface EditOptions {
  readonly remotePath: string;
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  readonly connect: () => Promise<Result<Connected>>;
  /** Opens a file in the system's program for it; gives why it could not, or null. */
  readonly openInEditor: (path: string) => Promise<Failure | null>;
  readonly wallClock: () => number;
  readonly onChange: () => void;
}

export function startEdit(options: EditOptions): RunningEdit {
  const { remotePath, clock, connect, onChange } = options;
  const editId = randomUUID();
  const stop = new AbortController();
  let state: EditState = { kind: 'opening' };
  let folder: string | null = null;
  let file = '';
  /** What the server has, as far as we know, and what of this computer is there. */
  let known: Pick<FileAttributes, 'size' | 'modifiedAt'> | null = null;
  let sentMs = 0;

  const enter = (next: EditState) => {
    if (stop.signal.aborted) return;
    state = next;
    onChange();
  };
  const fail = (failure: Failure) => enter({ kind: 'failed', failure });
  const failOn = (outcome: Outcome) => {
    if (outcome.kind === 'failed') fail(outcome.failure);
    else if (outcome.kind === 'unfinished') fail(waiting());
  };

  const toolsOf = ({ files, flow }: Connected): Tools => ({
    files,
    flow,
    clock,
    signal: stop.signal,
    ask: async () => null,
    onBytes: () => undefined,
  });

  const begin = async () => {
    const name = localName(nameOf(remotePath), options.platform);
    if (!name.ok) return fail(name.failure);
    const opened = await connect();
    if (!opened.ok) return fail(opened.failure);
    const attributes = await opened.value.files.stat(remotePath);
    if (!attributes.ok) return fail(attributes.failure);
    folder = await mkdtemp(join(tmpdir(), 'holdfast-edit-')); // for its user alone, as mkdtemp(3) makes it
    if (stop.signal.aborted) return remove();
    file = join(folder, editName(name.value));
    const fetched = { ...attributes.value, mode: 0o600 };
    const download = { remotePath, calledName: nameOf(remotePath), localPath: file, attributes: fetched };
    const outcome = await downloadFile(toolsOf(opened.value), download);
    if (outcome.kind !== 'done') return failOn(outcome);
    known = attributes.value;
    sentMs = (await stat(file)).mtimeMs;
    const refusal = await options.openInEditor(file);
    if (stop.signal.aborted) return remove();
    if (refusal !== null) return fail(refusal);
    enter({ kind: 'open', savedAt: null });
    watchFile(file, { interval: lookMs, persistent: false }, handleLook);
  };

  const handleLook = ({ mtimeMs, nlink }: { readonly mtimeMs: number; readonly nlink: number }) => {
    if (nlink > 0 && mtimeMs !== sentMs && state.kind !== 'saving' && state.kind !== 'conflict') void send(false);
  };

  const send = async (isForced: boolean): Promise<void> => {
    enter({ kind: 'saving' });
    const opened = await connect();
    if (!opened.ok) return fail(opened.failure.code === 'files-lost' ? waiting() : opened.failure);
    const { files } = opened.value;
    if (!isForced && !(await isAsKnown(opened.value))) return enter({ kind: 'conflict' });
    const { mtimeMs } = await stat(file);
    const upload = { localPath: file, remotePath, replaces: true };
    const { outcome } = await uploadFile(toolsOf(opened.value), upload, nothingUploaded);
    if (outcome.kind === 'taken') return undefined;
    if (outcome.kind !== 'done') return failOn(outcome);
    const there = await files.stat(remotePath);
    known = there.ok ? there.value : null;
    sentMs = mtimeMs;
    enter({ kind: 'open', savedAt: options.wallClock() });
    const now = await stat(file).catch(() => null);
    return now !== null && now.mtimeMs !== sentMs ? send(false) : undefined;
  };

  /** What cannot be looked at is not there any more: then there is nothing to lose. */
  const isAsKnown = async ({ files }: Connected) => {
    const there = await files.stat(remotePath);
    if (!there.ok || known === null) return true;
    return there.value.size === known.size && there.value.modifiedAt === known.modifiedAt;
  };

  const remove = () => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };

  void begin().catch(() => fail(broken()));

  return {
    shown: () => ({
      editId,
      name: harmlessLine(nameOf(remotePath)),
      folder: harmlessLine(parentOf(remotePath)),
      state,
    }),
    save: () => void send(true).catch(() => fail(broken())),
    noteConnected: () => {
      if (state.kind === 'failed' && state.failure.code === 'files-lost' && file !== '') void send(false);
    },
    end: () => {
      stop.abort();
      unwatchFile(file, handleLook);
      remove();
    },
  };
}

const waiting = (): Failure => ({
  code: 'files-lost',
  message: t('The session is not connected. The file is sent when it is again.'),
  retryable: true,
});

const broken = (): Failure => ({
  code: 'storage-failed',
  message: t('The file could not be kept on this computer while it is edited.'),
  retryable: true,
});
