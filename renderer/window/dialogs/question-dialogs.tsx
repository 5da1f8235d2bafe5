import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { ExportedSessions } from '#contract/channels/channels.ts';
import { assertNever } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { ExportDialog } from '../../export/export-dialog.tsx';
import { unfinishedOf } from '../../files/files-store.ts';
import { importActionsOf } from '../../import/import-actions.ts';
import { ImportDialog } from '../../import/import-dialog.tsx';
import { KeysDialog } from '../../keys/keys-dialog.tsx';
import { SnippetDialog } from '../../snippets/snippet-dialog.tsx';
import { pickGroup } from '../../tabs/broadcast.ts';
import { PasteDialog } from '../../terminal/clipboard/paste-dialog.tsx';
import { ConfirmDialog } from '../../ui/dialogs/confirm-dialog.tsx';
import type { Services } from '../services.ts';
import type { ShellState } from '../state.ts';
import { withQuestion } from '../transitions.ts';
import { AboutDialog } from './about-dialog.tsx';
import { BroadcastDialog } from './broadcast-dialog.tsx';
import { closeWords, unfinishedWords, windowWords } from './close-words.ts';
import { CommandPalette, QuickConnectDialog } from './palette-dialogs.tsx';

interface QuestionDialogsProps {
  readonly services: Services;
  readonly state: ShellState;
}

/** What is asked above all else. */
export function QuestionDialogs({ services, state }: QuestionDialogsProps) {
  const { bridge, bindings, info, shell, actions, files, pasteQuestions, runSnippet } = services;
  const { question } = state;
  const imports = useMemo(() => importActionsOf(bridge), [bridge]);
  const close = () => shell.update((before) => withQuestion(before, { kind: 'none' }));

  switch (question.kind) {
    case 'none':
      return null;
    case 'about':
      return <AboutDialog info={info} onClose={close} />;
    case 'keyboard-shortcuts':
      return <KeysDialog bindings={bindings} onClose={close} />;
    case 'import':
      return <ImportDialog actions={imports} onClose={close} />;
    case 'export': {
      const tell = ({ sessions, path }: ExportedSessions) => {
        close();
        shell.tell(
          sessions === 1
            ? t('Exported one session to {path}, without passwords.', { path })
            : t('Exported {n} sessions to {path}, without passwords.', { n: sessions, path }),
        );
      };
      return (
        <ExportDialog
          saved={state.saved}
          only={question.only}
          onExport={(choice) => bridge.request('export.sessions', choice)}
          onDone={tell}
          onClose={close}
        />
      );
    }
    case 'command-palette':
      return <CommandPalette services={services} state={state} />;
    case 'quick-connect':
      return <QuickConnectDialog services={services} state={state} />;
    case 'paste':
      return <PasteDialog text={question.text} onConfirm={pasteQuestions.accept} onCancel={close} />;
    case 'snippet': {
      const { id, name, questions } = question;
      const confirm = (answers: ReadonlyMap<string, string>) => {
        flushSync(close);
        void runSnippet(id, name, answers);
      };
      return <SnippetDialog name={name} questions={questions} onConfirm={confirm} onCancel={close} />;
    }
    case 'broadcast': {
      const confirm = (ids: readonly SessionId[]) => {
        close();
        pickGroup(bridge, shell, ids);
      };
      return <BroadcastDialog bridge={bridge} state={state} onConfirm={confirm} onCancel={close} />;
    }
    case 'close-panes': {
      const { ids } = question;
      const { title, text } = closeWords(state, ids);
      const confirm = () => {
        close();
        actions.closeNow(ids);
      };
      return (
        <ConfirmDialog title={title} confirmLabel={t('Close')} isDangerous onConfirm={confirm} onCancel={close}>
          {text} {unfinishedWords(unfinishedOf(files.store.getState(), ids))}
        </ConfirmDialog>
      );
    }
    case 'close-window': {
      const { openSessions } = question;
      const confirm = () => bridge.command('window.close', {});
      const refuse = () => {
        close();
        bridge.command('window.close-refused', {});
      };
      return (
        <ConfirmDialog
          title={t('Close Holdfast?')}
          confirmLabel={t('Close')}
          isDangerous
          onConfirm={confirm}
          onCancel={refuse}
        >
          {windowWords(openSessions)} {unfinishedWords(unfinishedOf(files.store.getState(), [...state.panes.keys()]))}
        </ConfirmDialog>
      );
    }
    default:
      return assertNever(question);
  }
}
