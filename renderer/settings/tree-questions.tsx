import type { SavedSessions } from '#contract/channels.ts';
import { assertNever, type Result } from '#contract/failure.ts';
import { maxSessionNameLength, type SavedSession } from '#contract/profile.ts';
import { folderName, isInFolder, joinFolder, parentFolder, sessionsIn, type TreeChange } from '#contract/saved-tree.ts';
import { ChoiceDialog } from '../ui/choice-dialog.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { NameDialog } from '../ui/name-dialog.tsx';
import { kindOf, nameIn } from './session-nodes.ts';
import { hasHost } from './tree-menu.ts';

/** What the tree of sessions asks. Ids are those of its rows. */
export type TreeQuestion =
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'rename'; readonly id: string }
  | { readonly kind: 'move'; readonly id: string }
  | { readonly kind: 'new-folder'; readonly parent: string }
  | { readonly kind: 'open-all'; readonly path: string };

interface TreeQuestionsProps {
  readonly question: TreeQuestion;
  readonly saved: SavedSessions;
  readonly onArrange: (change: TreeChange) => Promise<Result<SavedSessions>>;
  readonly onDelete: (name: string) => Promise<Result<SavedSessions>>;
  readonly onOpenAll: (sessions: readonly SavedSession[]) => void;
  /** What was done, or why it wasn't. */
  readonly onDone: (result: Result<SavedSessions>, done: string) => void;
  readonly onClose: () => void;
}

/** Asks before the tree of sessions is changed, or for what the change needs. */
export function TreeQuestions({ question, saved, ...handlers }: TreeQuestionsProps) {
  const { onArrange, onDone, onClose } = handlers;
  const arrange = async (change: TreeChange, done: string) => {
    const result = await onArrange(change);
    if (!result.ok) return result.failure.message;
    onDone(result, done);
    onClose();
    return null;
  };
  switch (question.kind) {
    case 'delete':
      return <DeleteQuestion id={question.id} saved={saved} {...handlers} />;
    case 'rename': {
      const [kind, name] = [kindOf(question.id), nameIn(question.id)];
      const isFolder = kind === 'folder';
      return (
        <NameDialog
          title={`Rename "${isFolder ? folderName(name) : name}"`}
          label="New name"
          initial={isFolder ? folderName(name) : name}
          maxLength={maxSessionNameLength}
          confirmLabel="Rename"
          onConfirm={(typed) => {
            if (!isFolder) return arrange({ kind: 'rename-session', name, to: typed.trim() }, `Renamed "${name}".`);
            const refusal = slashRefusal(typed);
            const to = joinFolder(parentFolder(name), typed.trim());
            return refusal ?? arrange({ kind: 'move-folder', path: name, to }, `Renamed "${name}".`);
          }}
          onCancel={onClose}
        />
      );
    }
    case 'new-folder': {
      const { parent } = question;
      return (
        <NameDialog
          title={parent === '' ? 'New folder' : `New folder in "${parent}"`}
          label="Name"
          initial=""
          maxLength={maxSessionNameLength}
          confirmLabel="Create"
          onConfirm={(typed) =>
            slashRefusal(typed) ??
            arrange(
              { kind: 'add-folder', path: joinFolder(parent, typed.trim()) },
              `Made the folder "${typed.trim()}".`,
            )
          }
          onCancel={onClose}
        />
      );
    }
    case 'move': {
      const [isFolder, name] = [kindOf(question.id) === 'folder', nameIn(question.id)];
      const places = saved.folders.filter(({ path }) => !isFolder || !isInFolder(path, name));
      const place = isFolder ? parentFolder(name) : saved.sessions.find((session) => session.name === name)?.folder;
      const change = (to: string): TreeChange =>
        isFolder
          ? { kind: 'move-folder', path: name, to: joinFolder(to, folderName(name)) }
          : { kind: 'move-session', name, folder: to };
      return (
        <ChoiceDialog
          title={`Move "${isFolder ? folderName(name) : name}"`}
          label="To the folder"
          options={[{ value: '', label: '(no folder)' }, ...places.map(({ path }) => ({ value: path, label: path }))]}
          initial={place ?? ''}
          confirmLabel="Move"
          onConfirm={(to) => arrange(change(to), `Moved "${name}".`)}
          onCancel={onClose}
        />
      );
    }
    case 'open-all': {
      const sessions = sessionsIn(saved.sessions, question.path).filter(hasHost);
      return (
        <ConfirmDialog
          title={`Open ${sessions.length} sessions?`}
          confirmLabel="Open All"
          onConfirm={() => handlers.onOpenAll(sessions)}
          onCancel={onClose}
        >
          Each session in "{question.path}" gets a tab and connects.
        </ConfirmDialog>
      );
    }
    default:
      return assertNever(question);
  }
}

type DeleteProps = Omit<TreeQuestionsProps, 'question' | 'onOpenAll'> & { readonly id: string };

function DeleteQuestion({ id, saved, onArrange, onDelete, onDone, onClose }: DeleteProps) {
  const [isFolder, name] = [kindOf(id) === 'folder', nameIn(id)];
  const { length } = isFolder ? sessionsIn(saved.sessions, name) : [];
  const remove = () => {
    onClose();
    const removing = isFolder ? onArrange({ kind: 'delete-folder', path: name }) : onDelete(name);
    void removing.then((result) => onDone(result, `Deleted "${name}".`));
  };
  return (
    <ConfirmDialog
      title={isFolder ? `Delete the folder "${name}"?` : `Delete the saved session "${name}"?`}
      confirmLabel="Delete"
      isDangerous
      onConfirm={remove}
      onCancel={onClose}
    >
      {isFolder
        ? `${length === 0 ? 'No session lies in it.' : `The ${length === 1 ? 'session' : `${length} sessions`} in it and their settings are removed from this computer, too.`} What is open stays open.`
        : 'Its settings are removed from this computer. A session that is open stays open.'}
    </ConfirmDialog>
  );
}

/** A slash would make two folders of one. */
const slashRefusal = (name: string): string | null =>
  name.includes('/') ? 'The name of a folder has no slash.' : null;
