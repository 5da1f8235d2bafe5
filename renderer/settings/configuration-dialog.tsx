import { type FormEvent as ReactFormEvent, useId, useReducer, useRef } from 'react';
import type { OpenSession, SavedSessions } from '#contract/channels.ts';
import { defaultSettingsName, type Profile, type ProfileChanges } from '#contract/profile.ts';
import { AccessKeyLabel, pressAccessKey } from '../ui/access-keys.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Tree } from '../ui/tree.tsx';
import { categoryTree } from './category-tree.ts';
import styles from './configuration-dialog.module.css';
import { changeForm, newForm, reduceForm } from './form.ts';
import { helpTextOf } from './help-text.ts';
import { PanelView } from './panel-view.tsx';
import { panelsFor } from './panels.ts';
import { type SavedSessionsActions, SavedSessionsBox } from './saved-sessions.tsx';
import { changesToApply, profileToSave, savedSession, sessionToOpen } from './submission.ts';
import { useFocusRequest, useSettingInHand } from './use-field-focus.ts';

export interface ConfigurationDialogProps {
  readonly mode: ConfigurationMode;
  /** Put into the fields of a new session: from the command line, or duplicated. Read once: give a new `key` with it. */
  readonly initial?: OpenSession;
  /** There is a window to go back to; without one the dialog stands alone. */
  readonly canCancel: boolean;
  readonly onOpen: (session: OpenSession) => void;
  /** Only what differs from the profile in `mode`. */
  readonly onApply: (changes: ProfileChanges) => void;
  readonly onCancel: () => void;
  /** Kept current by the owner. */
  readonly saved: SavedSessions;
  readonly savedActions: SavedSessionsActions;
  /** The path that the user chose, or null. */
  readonly chooseKeyFile: () => Promise<string | null>;
  readonly onAbout: () => void;
}

/** For a new session, or for one that runs: then only the settings that can change in a running session are there. */
export type ConfigurationMode =
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly sessionName: string; readonly profile: Profile };

/** PuTTY's configuration dialog. Enter opens or applies, Escape cancels. */
export function ConfigurationDialog(props: ConfigurationDialogProps) {
  const { mode, canCancel, onCancel } = props;
  const title = mode.kind === 'new' ? 'Holdfast Configuration' : `Change Settings: ${mode.sessionName}`;
  return (
    <Modal title={title} size="large" isAlone={!canCancel} onClose={onCancel}>
      <ConfigurationForm {...props} />
    </Modal>
  );
}

function ConfigurationForm(props: ConfigurationDialogProps) {
  const { mode, initial, saved, savedActions, onOpen, onApply, onCancel, onAbout, chooseKeyFile } = props;
  const [form, dispatch] = useReducer(reduceForm, null, () =>
    mode.kind === 'new' ? newForm(initial ?? { profile: saved.defaults, savedAs: null }) : changeForm(mode.profile),
  );
  const root = useRef<HTMLFormElement>(null);
  const treeLabel = useId();
  useFocusRequest(form.focus, root);
  const { inHand, handlers } = useSettingInHand((key) => dispatch({ kind: 'left', key }));

  const panels = panelsFor(mode.kind);
  const panel = panels.find((candidate) => candidate.category === form.category);
  const chooseCategory = (id: string) => {
    const chosen = panels.find((candidate) => candidate.category === id);
    if (chosen !== undefined) dispatch({ kind: 'category-chosen', category: chosen.category });
  };

  const submit = (event: ReactFormEvent) => {
    event.preventDefault();
    if (mode.kind === 'new') {
      const outcome = sessionToOpen(form.draft, savedSession(saved, form.sessionName.trim()), form.loaded);
      return outcome.kind === 'accepted' ? onOpen(outcome.session) : dispatch(outcome);
    }
    const outcome = changesToApply(form.draft, mode.profile);
    return outcome.kind === 'accepted' ? onApply(outcome.changes) : dispatch(outcome);
  };

  const storedUnder = (name: string) =>
    name === defaultSettingsName ? { name, profile: saved.defaults } : savedSession(saved, name);
  const load = (name: string) => {
    const session = storedUnder(name);
    if (session !== undefined) dispatch({ kind: 'loaded', session });
  };
  const loadAndOpen = (name: string) => {
    load(name);
    const session = savedSession(saved, name);
    if (session !== undefined && session.profile.hostName !== '') onOpen({ profile: session.profile, savedAs: name });
  };
  const save = (name: string) => {
    const reading = profileToSave(form.draft);
    if (reading.kind === 'refused') {
      dispatch(reading);
      return null;
    }
    const session = { name, profile: reading.profile };
    return savedActions.save(session).then((result) => {
      if (result.ok) dispatch({ kind: 'saved', session });
      return result;
    });
  };
  const remove = (name: string) =>
    savedActions.remove(name).then((result) => {
      if (result.ok) dispatch({ kind: 'deleted', name });
      return result;
    });

  return (
    <form ref={root} noValidate onSubmit={submit} className={styles.form} onKeyDown={pressAccessKey} {...handlers}>
      <div className={styles.categories} data-access-key="g">
        <span id={treeLabel}>
          <AccessKeyLabel text="Category:" letter="g" />
        </span>
        <Tree
          labelledBy={treeLabel}
          nodes={categoryTree(panels.map(({ category }) => category))}
          selected={form.category}
          onSelect={chooseCategory}
        />
      </div>
      <div className={styles.panel}>
        {panel === undefined ? null : (
          <PanelView
            panel={panel}
            form={form}
            onChange={(key, value) => dispatch({ kind: 'typed', key, value })}
            chooseKeyFile={chooseKeyFile}
            savedSessions={
              <SavedSessionsBox
                saved={saved}
                name={form.sessionName}
                onName={(name) => dispatch({ kind: 'session-named', name })}
                onLoad={load}
                onLoadAndOpen={loadAndOpen}
                onSave={save}
                onDelete={remove}
              />
            }
          />
        )}
      </div>
      <p className={styles.help} aria-hidden>
        {inHand === null ? null : helpTextOf(inHand)}
      </p>
      <div className={styles.buttons}>
        <Button onPress={onAbout} data-access-key="a">
          <AccessKeyLabel text="About" letter="a" />
        </Button>
        <span className={styles.space} />
        <Button type="submit" variant="primary" data-access-key={mode.kind === 'new' ? 'o' : 'p'}>
          {mode.kind === 'new' ? <AccessKeyLabel text="Open" letter="o" /> : <AccessKeyLabel text="Apply" letter="p" />}
        </Button>
        <Button onPress={onCancel} data-access-key="c">
          <AccessKeyLabel text="Cancel" letter="c" />
        </Button>
      </div>
    </form>
  );
}
