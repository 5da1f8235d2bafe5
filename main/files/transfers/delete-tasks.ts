import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { joinRemote, parentOf, pathWithin } from '../remote-path.ts';
import { allOf, done, endedBy, type Outcome, about as saidOf, type Task } from './task.ts';

/** Deletes files, and folders with all that is in them. A link is deleted itself: what it leads to stays. */
export const deleteTask = (paths: readonly string[]): Task =>
  allOf(paths.map((path) => chosenTask({ path, root: parentOf(path) })));

interface Doomed {
  readonly path: string;
  /** The folder that the user chose from: failures call files as they are called in it. */
  readonly root: string;
}

const about = ({ path, root }: Doomed, failure: Failure): Failure => saidOf(pathWithin(root, path), failure);

const chosenTask = (doomed: Doomed): Task => ({
  kind: 'folder',
  size: 0,
  run: async ({ files }, add) => {
    const found = await files.lstat(doomed.path);
    if (!found.ok) return endedBy(about(doomed, found.failure));
    add(found.value.kind === 'folder' ? folderTask(doomed, null) : fileTask(doomed, null));
    return done;
  },
});

/** Deletes a folder when the last thing in it is gone. */
interface Emptying {
  left: number;
  readonly onEmpty: (add: (task: Task) => void) => void;
}

const noteGone = (parent: Emptying | null, add: (task: Task) => void): Outcome => {
  if (parent !== null) {
    parent.left -= 1;
    if (parent.left === 0) parent.onEmpty(add);
  }
  return done;
};

const fileTask = (doomed: Doomed, parent: Emptying | null): Task => ({
  kind: 'file',
  size: 0,
  run: async ({ files }, add) => {
    const removed = await files.removeFile(doomed.path);
    if (!removed.ok && removed.failure.code !== 'file-not-found') return endedBy(about(doomed, removed.failure));
    return noteGone(parent, add);
  },
});

const folderTask = (doomed: Doomed, parent: Emptying | null): Task => ({
  kind: 'folder',
  size: 0,
  run: async ({ files }, add) => {
    const { path, root } = doomed;
    // Asked at once: between the two nobody has the time to put a link in the folder's place, to another one.
    const [self, listed] = await Promise.all([files.lstat(path), files.list(path)]);
    if (!listed.ok) return endedBy(about(doomed, listed.failure));
    if (self.ok && self.value.kind !== 'folder') return { kind: 'failed', failure: about(doomed, replaced()) };
    const last = emptyFolderTask(doomed, parent);
    if (listed.value.length === 0) {
      add(last);
      return done;
    }
    const emptying: Emptying = { left: listed.value.length, onEmpty: (addLater) => addLater(last) };
    for (const { name, kind } of listed.value) {
      const inside = { path: joinRemote(path, name), root };
      add(kind === 'folder' ? folderTask(inside, emptying) : fileTask(inside, emptying));
    }
    return done;
  },
});

const emptyFolderTask = (doomed: Doomed, parent: Emptying | null): Task => ({
  kind: 'file',
  size: 0,
  run: async ({ files }, add) => {
    const removed = await files.removeFolder(doomed.path);
    if (!removed.ok && removed.failure.code !== 'file-not-found') return endedBy(about(doomed, removed.failure));
    return noteGone(parent, add);
  },
});

const replaced = (): Failure => ({
  code: 'file-failed',
  message: t('It was replaced while it was deleted, and was left alone.'),
  retryable: true,
});
