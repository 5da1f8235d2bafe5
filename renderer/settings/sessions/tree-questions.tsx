import type { SavedSessions } from '#contract/channels/channels.ts';
import { assertNever, type Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { maxSessionNameLength, type SavedSession } from '#contract/profile/profile.ts';
import {
  folderName,
  isInFolder,
  joinFolder,
  parentFolder,
  sessionsIn,
  type TreeChange,
} from '#contract/saved/saved-tree.ts';
import { ChoiceDialog } from '../../ui/dialogs/choice-dialog.tsx';
import { ConfirmDialog } from '../../ui/dialogs/confirm-dialog.tsx';
import { NameDialog } from '../../ui/dialogs/name-dialog.tsx';
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
          title={t('Rename "{name}"', { name: isFolder ? folderName(name) : name })}
          label={t('New name')}
          initial={isFolder ? folderName(name) : name}
          maxLength={maxSessionNameLength}
          confirmLabel={t('Rename')}
          onConfirm={(typed) => {
            if (!isFolder)
              return arrange({ kind: 'rename-session', name, to: typed.trim() }, t('Renamed "{name}".', { name }));
            const refusal = slashRefusal(typed);
            const to = joinFolder(parentFolder(name), typed.trim());
            return refusal ?? arrange({ kind: 'move-folder', path: name, to }, t('Renamed "{name}".', { name }));
          }}
          onCancel={onClose}
        />
      );
    }
    case 'new-folder': {
      const { parent } = question;
      return (
        <NameDialog
          title={parent === '' ? t('New folder') : t('New folder in "{parent}"', { parent })}
          label={t('Name')}
          initial=""
          maxLength={maxSessionNameLength}
          confirmLabel={t('Create')}
          onConfirm={(typed) =>
            slashRefusal(typed) ??
            arrange(
              { kind: 'add-folder', path: joinFolder(parent, typed.trim()) },
              t('Made the folder "{name}".', { name: typed.trim() }),
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
          title={t('Move "{name}"', { name: isFolder ? folderName(name) : name })}
          label={t('To the folder')}
          options={[
            { value: '', label: t('(no folder)') },
            ...places.map(({ path }) => ({ value: path, label: path })),
          ]}
          initial={place ?? ''}
          confirmLabel={t('Move')}
          onConfirm={(to) => arrange(change(to), t('Moved "{name}".', { name }))}
          onCancel={onClose}
        />
      );
    }
    case 'open-all': {
      const sessions = sessionsIn(saved.sessions, question.path).filter(hasHost);
      return (
        <ConfirmDialog
          title={t('Open {n} sessions?', { n: sessions.length })}
          confirmLabel={t('Open All')}
          onConfirm={() => handlers.onOpenAll(sessions)}
          onCancel={onClose}
        >
          {t('Each session in "{path}" gets a tab and connects.', { path: question.path })}
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
    void removing.then((result) => onDone(result, t('Deleted "{name}".', { name })));
  };
  return (
    <ConfirmDialog
      title={isFolder ? t('Delete the folder "{name}"?', { name }) : t('Delete the saved session "{name}"?', { name })}
      confirmLabel={t('Delete')}
      isDangerous
      onConfirm={remove}
      onCancel={onClose}
    >
      {isFolder
        ? folderWords(length)
        : t('Its settings are removed from this computer. A session that is open stays open.')}
    </ConfirmDialog>
  );
}

function folderWords(sessions: number): string {
  if (sessions === 0) return t('There is no session in it. What is open stays open.');
  return sessions === 1
    ? t('The session in it and its settings are removed from this computer, too. What is open stays open.')
    : t('The {n} sessions in it and their settings are removed from this computer, too. What is open stays open.', {
        n: sessions,
      });
}

/** A slash would make two folders of one. */
const slashRefusal = (name: string): string | null =>
  name.includes('/') ? t('The name of a folder has no slash.') : null;
