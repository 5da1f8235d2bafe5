import type { Bridge } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { ConfirmDialog } from '../ui/dialogs/confirm-dialog.tsx';
import { NameDialog } from '../ui/dialogs/name-dialog.tsx';
import { type FileQuestion, namesOf, pathIn, pathsIn } from './file-actions.ts';
import { ModeDialog } from './mode-dialog.tsx';

interface FileDialogsProps {
  readonly bridge: Bridge;
  readonly id: SessionId;
  readonly folder: string;
  readonly question: FileQuestion;
  readonly onClose: () => void;
  /** Something in the folder has changed, or could not be. */
  readonly onDone: (result: Result<null>) => void;
}

const maxNameLength = 255;

/** The dialogs of the panel, one at a time. */
export function FileDialogs({ bridge, id, folder, question, onClose, onDone }: FileDialogsProps) {
  /** Why the name is refused, or null. */
  const settle = (result: Result<null>): string | null => {
    if (!result.ok) return result.failure.message;
    onClose();
    onDone(result);
    return null;
  };

  switch (question.kind) {
    case 'new-folder':
      return (
        <NameDialog
          title={t('New folder')}
          label={t('Name')}
          initial=""
          maxLength={maxNameLength}
          confirmLabel={t('Create')}
          onConfirm={async (name) =>
            refusal(name) ?? settle(await bridge.request('files.make-folder', { id, folder, name }))
          }
          onCancel={onClose}
        />
      );
    case 'rename': {
      const { entry } = question;
      const path = pathIn(folder, entry.name);
      return (
        <NameDialog
          title={t('Rename {name}', { name: entry.shownName })}
          label={t('New name')}
          initial={entry.shownName}
          maxLength={maxNameLength}
          confirmLabel={t('Rename')}
          onConfirm={async (name) => refusal(name) ?? settle(await bridge.request('files.rename', { id, path, name }))}
          onCancel={onClose}
        />
      );
    }
    case 'move': {
      const { entries, to } = question;
      const paths = pathsIn(folder, entries);
      return (
        <ConfirmDialog
          title={t('Move {name}?', { name: namesOf(entries) })}
          confirmLabel={t('Move')}
          onConfirm={async () => {
            onClose();
            onDone(await bridge.request('files.move', { id, paths, folder: to.path }));
          }}
          onCancel={onClose}
        >
          {t('On the server, to {folder}. Nothing that is there is replaced.', { folder: to.shown })}
        </ConfirmDialog>
      );
    }
    case 'mode': {
      const { entries } = question;
      const paths = pathsIn(folder, entries);
      return (
        <ModeDialog
          of={namesOf(entries)}
          initial={entries[0]?.mode ?? 0}
          onConfirm={async (mode) => {
            onClose();
            onDone(await bridge.request('files.set-mode', { id, paths, mode }));
          }}
          onCancel={onClose}
        />
      );
    }
    case 'delete': {
      const { entries } = question;
      const paths = pathsIn(folder, entries);
      return (
        <ConfirmDialog
          title={t('Delete {name}?', { name: namesOf(entries) })}
          confirmLabel={t('Delete')}
          isDangerous
          onConfirm={() => {
            onClose();
            bridge.command('files.remove', { id, paths });
          }}
          onCancel={onClose}
        >
          {t("They are deleted on the server, folders with all that is in them. This can't be undone.")}
        </ConfirmDialog>
      );
    }
  }
}

function refusal(name: string): string | null {
  if (name.trim() === '') return t('Enter a name.');
  if (name.includes('/')) return t('A name has no slash.');
  return name === '.' || name === '..' ? t('This name stands for a folder already.') : null;
}
