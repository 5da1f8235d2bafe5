import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { joinRemote, nameOf } from './remote-path.ts';
import { about, allOf, done, endedBy, type Outcome, type Task } from './task.ts';

/** Deletes files, and folders with all that is in them. A link is deleted itself: what it leads to stays. */
export const deleteTask = (paths: readonly string[]): Task => allOf(paths.map(chosenTask));

const chosenTask = (path: string): Task => ({
  kind: 'folder',
  size: 0,
  run: async ({ files }, add) => {
    const found = await files.lstat(path);
    if (!found.ok) return endedBy(about(nameOf(path), found.failure));
    add(found.value.kind === 'folder' ? folderTask(path, null) : fileTask(path, null));
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

const fileTask = (path: string, parent: Emptying | null): Task => ({
  kind: 'file',
  size: 0,
  run: async ({ files }, add) => {
    const removed = await files.removeFile(path);
    if (!removed.ok && removed.failure.code !== 'file-not-found') return endedBy(about(nameOf(path), removed.failure));
    return noteGone(parent, add);
  },
});

const folderTask = (path: string, parent: Emptying | null): Task => ({
  kind: 'folder',
  size: 0,
  run: async ({ files }, add) => {
    // Asked at once: between the two nobody has the time to put a link in the folder's place, to another one.
    const [self, listed] = await Promise.all([files.lstat(path), files.list(path)]);
    if (!listed.ok) return endedBy(about(nameOf(path), listed.failure));
    if (self.ok && self.value.kind !== 'folder') return { kind: 'failed', failure: about(nameOf(path), replaced()) };
    const last = emptyFolderTask(path, parent);
    if (listed.value.length === 0) {
      add(last);
      return done;
    }
    const emptying: Emptying = { left: listed.value.length, onEmpty: (addLater) => addLater(last) };
    for (const { name, kind } of listed.value) {
      const inside = joinRemote(path, name);
      add(kind === 'folder' ? folderTask(inside, emptying) : fileTask(inside, emptying));
    }
    return done;
  },
});

const emptyFolderTask = (path: string, parent: Emptying | null): Task => ({
  kind: 'file',
  size: 0,
  run: async ({ files }, add) => {
    const removed = await files.removeFolder(path);
    if (!removed.ok && removed.failure.code !== 'file-not-found') return endedBy(about(nameOf(path), removed.failure));
    return noteGone(parent, add);
  },
});

const replaced = (): Failure => ({
  code: 'file-failed',
  message: t('It was replaced while it was deleted, and was left alone.'),
  retryable: true,
});
