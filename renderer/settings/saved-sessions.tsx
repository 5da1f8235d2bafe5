import { useState } from 'react';
import type { SavedSessions } from '#contract/channels.ts';
import type { Result } from '#contract/failure.ts';
import { defaultSettingsName, maxSessionNameLength } from '#contract/profile.ts';
import { AccessKeyLabel } from '../ui/access-keys.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { GroupBox } from '../ui/group-box.tsx';
import { ListBox } from '../ui/list-box.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './saved-sessions.module.css';

interface SavedSessionsBoxProps {
  /**
   * As in PuTTY, the settings of a session that runs can be saved, and none loaded: those that can't change any more
   * would come with them, unseen.
   */
  readonly mode: 'new' | 'change';
  readonly saved: SavedSessions;
  /** The text of the box; the list shows as chosen the session of that name. */
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onLoad: (name: string) => void;
  /** Double click, or Enter in the list. */
  readonly onLoadAndOpen: (name: string) => void;
  /** Saves the form under a name; null if the form was refused. */
  readonly onSave: (name: string) => Promise<Result<SavedSessions>> | null;
  readonly onDelete: (name: string) => Promise<Result<SavedSessions>>;
}

type Message = { readonly kind: 'error' | 'note'; readonly text: string };

/** PuTTY's box of stored sessions. */
export function SavedSessionsBox(props: SavedSessionsBoxProps) {
  const { mode, saved, name, onName, onLoad, onLoadAndOpen, onSave, onDelete } = props;
  const [message, setMessage] = useState<Message | null>(saved.notice === null ? null : note(saved.notice));
  const [isAsking, setAsking] = useState(false);
  const names = [defaultSettingsName, ...saved.sessions.map((session) => session.name)];
  const trimmed = name.trim();
  const chosen = names.includes(trimmed) ? trimmed : null;

  const report = (result: Result<SavedSessions>, done: string) =>
    setMessage(result.ok ? note(done) : error(result.failure.message));
  const rename = (next: string) => {
    setMessage(null);
    onName(next);
  };
  const save = () => {
    if (trimmed === '') return setMessage(error('Enter a name to save the session under, or choose one.'));
    if (trimmed.length > maxSessionNameLength) {
      return setMessage(error(`Enter at most ${maxSessionNameLength} characters.`));
    }
    void onSave(trimmed)?.then((result) => report(result, `Saved as "${trimmed}".`));
  };
  const remove = (target: string) => {
    setAsking(false);
    void onDelete(target).then((result) => report(result, `Deleted "${target}".`));
  };

  return (
    <GroupBox title={mode === 'new' ? 'Load, save or delete a stored session' : 'Save the current session settings'}>
      <div className={styles.saved}>
        <TextField
          label={<AccessKeyLabel text="Saved Sessions" letter="e" />}
          data-access-key="e"
          layout="cells"
          value={name}
          onChange={rename}
          error={message?.kind === 'error' ? message.text : null}
          note={message?.kind === 'note' ? message.text : undefined}
          autoComplete="off"
        />
        <ListBox
          label="Saved Sessions"
          items={names}
          selected={chosen}
          onSelect={rename}
          onAction={mode === 'new' ? onLoadAndOpen : rename}
        />
        <div className={styles.buttons}>
          {mode === 'new' ? (
            <Button isDisabled={chosen === null} onPress={() => chosen === null || onLoad(chosen)} data-access-key="l">
              <AccessKeyLabel text="Load" letter="l" />
            </Button>
          ) : null}
          <Button onPress={save} data-access-key="v">
            <AccessKeyLabel text="Save" letter="v" />
          </Button>
          {mode === 'new' ? (
            <Button
              isDisabled={chosen === null || chosen === defaultSettingsName}
              onPress={() => setAsking(true)}
              data-access-key="d"
            >
              <AccessKeyLabel text="Delete" letter="d" />
            </Button>
          ) : null}
        </div>
      </div>
      {isAsking && chosen !== null ? (
        <ConfirmDialog
          title={`Delete the saved session "${chosen}"?`}
          confirmLabel="Delete"
          isDangerous
          onConfirm={() => remove(chosen)}
          onCancel={() => setAsking(false)}
        >
          Its settings are removed from this computer. A session that is open stays open.
        </ConfirmDialog>
      ) : null}
    </GroupBox>
  );
}

const note = (text: string): Message => ({ kind: 'note', text });
const error = (text: string): Message => ({ kind: 'error', text });
