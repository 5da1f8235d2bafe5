import { useState } from 'react';
import type { SavedSessions } from '#contract/channels.ts';
import type { Result } from '#contract/failure.ts';
import { defaultSettingsName, maxSessionNameLength } from '#contract/profile.ts';
import type { ConfiguredHost } from '#contract/ssh-config.ts';
import { AccessKeyLabel } from '../ui/access-keys.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { GroupBox } from '../ui/group-box.tsx';
import { ListBox, type ListItem } from '../ui/list-box.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ConfigNotes } from './config-notes.tsx';
import styles from './saved-sessions.module.css';
import type { SshConfigActions } from './ssh-config-actions.ts';
import { useSshConfig } from './use-ssh-config.ts';

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
  readonly sshConfig: SshConfigActions;
  /** The host of ~/.ssh/config that is chosen, and the one that was loaded. */
  readonly chosenHost: string | null;
  readonly configured: ConfiguredHost | null;
  readonly onHost: (host: string) => void;
  readonly onLoadHost: (host: string) => Promise<Result<ConfiguredHost>>;
  readonly onOpenHost: (host: string) => void;
}

type Message = { readonly kind: 'error' | 'note'; readonly text: string };

/** PuTTY's box of stored sessions. */
export function SavedSessionsBox(props: SavedSessionsBoxProps) {
  const { mode, saved, name, onName, onLoad, onLoadAndOpen, onSave, onDelete } = props;
  const { chosenHost, configured, onHost, onLoadHost, onOpenHost } = props;
  const [config, setConfig] = useSshConfig(props.sshConfig);
  const [message, setMessage] = useState<Message | null>(saved.notice === null ? null : note(saved.notice));
  const [isAsking, setAsking] = useState(false);
  const names = [defaultSettingsName, ...saved.sessions.map((session) => session.name)];
  const trimmed = name.trim();
  const chosen = chosenHost === null && names.includes(trimmed) ? trimmed : null;
  const selected = chosenHost === null ? chosen && savedId(chosen) : hostId(chosenHost);

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

  const choose = (id: string) => {
    setMessage(null);
    if (isHost(id)) onHost(nameIn(id));
    else onName(nameIn(id));
  };
  const act = (id: string) => {
    if (mode === 'change') choose(id);
    else if (isHost(id)) onOpenHost(nameIn(id));
    else onLoadAndOpen(nameIn(id));
  };
  const load = () => {
    setMessage(null);
    if (chosen !== null) onLoad(chosen);
    else if (chosenHost !== null)
      void onLoadHost(chosenHost).then((result) => result.ok || setMessage(error(result.failure.message)));
  };
  const askToDelete = () => (chosenHost === null ? setAsking(true) : setMessage(error(readOnly(chosenHost))));
  const runCommands = (run: boolean) =>
    void props.sshConfig
      .runCommands(run)
      .then((result) => (result.ok ? setConfig(result.value) : setMessage(error(result.failure.message))));

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
          items={names.map(itemOf(savedId))}
          group={{ title: 'From ~/.ssh/config', items: mode === 'new' ? config.hosts.map(itemOf(hostId)) : [] }}
          selected={selected}
          onSelect={choose}
          onAction={act}
        />
        <div className={styles.buttons}>
          {mode === 'new' ? (
            <Button isDisabled={selected === null} onPress={load} data-access-key="l">
              <AccessKeyLabel text="Load" letter="l" />
            </Button>
          ) : null}
          <Button onPress={save} data-access-key="v">
            <AccessKeyLabel text="Save" letter="v" />
          </Button>
          {mode === 'new' ? (
            <Button
              isDisabled={selected === null || chosen === defaultSettingsName}
              onPress={askToDelete}
              data-access-key="d"
            >
              <AccessKeyLabel text="Delete" letter="d" />
            </Button>
          ) : null}
        </div>
      </div>
      {mode === 'new' ? (
        <ConfigNotes
          host={configured?.host ?? null}
          remarks={configured?.remarks ?? config.remarks}
          matchExec={config.matchExec}
          onRunCommands={runCommands}
        />
      ) : null}
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

/** A saved session and a host may have the same name. */
const savedId = (name: string) => `saved:${name}`;
const hostId = (host: string) => `host:${host}`;
const isHost = (id: string) => id.startsWith(hostId(''));
const nameIn = (id: string) => id.slice(id.indexOf(':') + 1);
const itemOf =
  (idOf: (name: string) => string) =>
  (label: string): ListItem => ({ id: idOf(label), label });

const readOnly = (host: string) =>
  `"${host}" stands in ~/.ssh/config, which Holdfast only reads: remove it there. Save makes a copy of it.`;

const note = (text: string): Message => ({ kind: 'note', text });
const error = (text: string): Message => ({ kind: 'error', text });
