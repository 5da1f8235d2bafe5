import { basename } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { FilesStatus, Listing, NotDone, Transfer, TransferAction } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { Cancel } from '../keepalive/clock.ts';
import type { OpenFiles, RemoteFiles } from '../session/ports/remote-files.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { browse } from './browse.ts';
import { type EditOptions, type RunningEdit, startEdit } from './edit.ts';
import { moveInto } from './move.ts';
import { joinRemote, nameOf, parentOf } from './remote-path.ts';
import { newBatch } from './transfers/conflict.ts';
import { deleteTask } from './transfers/delete-tasks.ts';
import { downloadTask } from './transfers/download-tasks.ts';
import { createFlow } from './transfers/flow.ts';
import type { ConflictAnswer, Task } from './transfers/task.ts';
import { type Connected, createTransfers } from './transfers/transfers.ts';
import { uploadTask } from './transfers/upload-tasks.ts';

/** What goes on is told at most this often, ms. */
const tellMs = 200;

/** The files of one session's server, across its connections. */
export interface SessionFiles {
  readonly status: () => FilesStatus;
  readonly notDone: (transferId: string) => NotDone;
  readonly list: (path: string | null) => Promise<Result<Listing>>;
  readonly makeFolder: (folder: string, name: string) => Promise<Result<null>>;
  readonly rename: (path: string, name: string) => Promise<Result<null>>;
  /** Over nothing that is there. */
  readonly move: (paths: readonly string[], folder: string) => Promise<Result<null>>;
  readonly setMode: (paths: readonly string[], mode: number) => Promise<Result<null>>;
  readonly download: (paths: readonly string[], localFolder: string) => void;
  /** `within`: a folder of this computer that no link may lead out of. */
  readonly upload: (localPaths: readonly string[], folder: string, within?: string) => void;
  readonly remove: (paths: readonly string[]) => void;
  readonly edit: (path: string) => void;
  /** `save` sends it whatever is on the server by now. */
  readonly actOnEdit: (editId: string, action: 'save' | 'end') => void;
  readonly act: (transferId: string, action: TransferAction) => void;
  readonly answer: (questionId: string, answer: ConflictAnswer) => boolean;
  readonly noteConnected: () => void;
  readonly dispose: () => void;
}

export interface SessionFilesOptions extends Pick<EditOptions, 'clock' | 'platform' | 'openInEditor' | 'wallClock'> {
  readonly id: SessionId;
  readonly openFiles: OpenFiles;
  readonly onChange: (status: FilesStatus) => void;
}

export function createSessionFiles({
  id,
  clock,
  platform,
  openFiles,
  onChange,
  ...options
}: SessionFilesOptions): SessionFiles {
  const connection = shareConnection(openFiles);
  let edits: readonly { readonly editId: string; readonly edit: RunningEdit }[] = [];
  let telling: Cancel | null = null;
  let settled = 0;

  const status = (): FilesStatus => ({
    id,
    transfers: transfers.list(),
    edits: edits.map(({ edit }) => edit.shown()),
    settled,
  });
  const changed = () => {
    telling ??= clock.after(tellMs, () => {
      telling = null;
      onChange(status());
    });
  };
  const transfers = createTransfers({
    clock,
    connect: connection.open,
    onChange: changed,
    onSettled: () => {
      settled += 1;
      changed();
    },
  });

  const ask = async <T>(request: (files: RemoteFiles) => Promise<Result<T>>): Promise<Result<T>> => {
    const opened = await connection.open();
    return opened.ok ? request(opened.value.files) : opened;
  };
  /** The same with each of them; `refusal` says of one what became of it. */
  const withEach = (
    paths: readonly string[],
    action: (files: RemoteFiles, path: string) => Promise<Result<null>>,
    refusal: (name: string) => string,
  ) =>
    ask(async (files): Promise<Result<null>> => {
      const answers = await Promise.all(paths.map((path) => action(files, path)));
      const refused = answers.findIndex(({ ok }) => !ok);
      const answer = answers[refused];
      if (answer === undefined || answer.ok) return success(null);
      return failed(saying(refusal(harmlessLine(nameOf(paths[refused] ?? ''))), answer.failure));
    });

  const add = ({ kind, names, to }: Asked, root: Task) => {
    const [first, ...others] = names;
    if (first === undefined) return;
    const name = harmlessLine(first);
    const shown = others.length === 0 ? name : t('{name} and {count} more', { name, count: others.length });
    transfers.add({ kind, name: shown, to: harmlessLine(to) }, root);
  };

  return {
    status,
    notDone: transfers.notDone,
    list: (path) => ask((files) => browse(files, path)),
    makeFolder: (folder, name) =>
      ask(async (files) => {
        const made = await files.makeFolder(joinRemote(folder, name));
        return made.ok
          ? made
          : failed(saying(t('The folder {name} was not made.', { name: harmlessLine(name) }), made.failure));
      }),
    rename: (path, name) =>
      withEach(
        [path],
        (files) => files.rename(path, joinRemote(parentOf(path), name)),
        (of) => t('{name} was not renamed.', { name: of }),
      ),
    move: (paths, folder) =>
      withEach(
        paths,
        (files, path) => moveInto(files, path, folder),
        (name) => t('{name} was not moved.', { name }),
      ),
    setMode: (paths, mode) =>
      withEach(
        paths,
        (files, path) => files.setMode(path, mode),
        (name) => t('{name} keeps its permissions.', { name }),
      ),
    download: (remotePaths, localFolder) =>
      add(
        { kind: 'download', names: remotePaths.map(nameOf), to: localFolder },
        downloadTask({ remotePaths, localFolder, platform, batch: newBatch() }),
      ),
    upload: (localPaths, remoteFolder, within) =>
      add(
        { kind: 'upload', names: localPaths.map((path) => basename(path)), to: remoteFolder },
        uploadTask({ localPaths, remoteFolder, within, batch: newBatch() }),
      ),
    remove: (paths) =>
      add({ kind: 'delete', names: paths.map(nameOf), to: parentOf(paths[0] ?? '/') }, deleteTask(paths)),
    edit: (remotePath) => {
      const edit = startEdit({ ...options, clock, platform, remotePath, connect: connection.open, onChange: changed });
      edits = [...edits, { editId: edit.shown().editId, edit }];
      changed();
    },
    actOnEdit: (editId, action) => {
      const found = edits.find((other) => other.editId === editId);
      if (action === 'save') return found?.edit.save();
      edits = edits.filter((other) => other !== found);
      found?.edit.end();
      return changed();
    },
    act: transfers.act,
    answer: transfers.answer,
    noteConnected: () => {
      transfers.noteConnected();
      for (const { edit } of edits) edit.noteConnected();
    },
    dispose: () => {
      telling?.();
      transfers.dispose();
      for (const { edit } of edits) edit.end();
      connection.end();
    },
  };
}

/** What one action of the user's is about. */
interface Asked extends Pick<Transfer, 'kind' | 'to'> {
  readonly names: readonly string[];
}

/** One channel for all that is asked of a session's files; a new one once that has ended. */
function shareConnection(openFiles: OpenFiles) {
  let current: Promise<Result<Connected>> | null = null;
  const open = (): Promise<Result<Connected>> => {
    current ??= openFiles().then((opened) => {
      if (!opened.ok) {
        current = null;
        return opened;
      }
      void opened.value.ended.then(() => {
        current = null;
      });
      return success({ files: opened.value, flow: createFlow() });
    });
    return current;
  };
  const end = () => void current?.then((opened) => (opened.ok ? opened.value.files.end() : undefined));
  return { open, end };
}

const saying = (what: string, failure: Failure): Failure => ({ ...failure, message: `${what} ${failure.message}` });
