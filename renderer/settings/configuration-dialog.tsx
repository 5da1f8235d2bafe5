import { type FormEvent as ReactFormEvent, useReducer, useRef, useState } from 'react';
import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import type { Profile, ProfileChanges } from '#contract/profile/profile.ts';
import type { Category, System } from '#contract/settings/definition.ts';
import { HighlightSetsDialog } from '../highlights/highlight-sets-dialog.tsx';
import type { HighlightLibrary } from '../highlights/library.ts';
import { pressAccessKey } from '../ui/access-keys.tsx';
import { Modal } from '../ui/dialogs/modal.tsx';
import type { AgentActions } from './auth/agent-actions.ts';
import { AgentKeys } from './auth/agent-keys.tsx';
import { SavedSecrets, type SecretsActions } from './auth/saved-secrets.tsx';
import { CategoryList } from './category-list.tsx';
import styles from './configuration-dialog.module.css';
import { DialogButtons } from './dialog-buttons.tsx';
import { helpTextOf } from './fields/help-text.ts';
import { inheritances } from './fields/inherited-note.tsx';
import type { ImportColours } from './fields/palette-editor.tsx';
import { changeForm, newForm, reduceForm } from './form/form.ts';
import { changesToApply, placeTyped, profileToOpen, savedSession, sessionToOpen } from './form/submission.ts';
import { PanelView } from './panel-view.tsx';
import { panelsFor } from './panels.ts';
import { LimitSearchDialog } from './paths/limit-search-dialog.tsx';
import type { PathActions } from './paths/path-actions.ts';
import { PathFacts } from './paths/path-facts.tsx';
import { SavedSessionsBox } from './sessions/saved-sessions.tsx';
import type { SshConfigActions } from './sessions/ssh-config-actions.ts';
import { type SavedSessionsActions, storedSessionHandlers } from './sessions/stored-sessions.ts';
import type { RecentsSource } from './sessions/use-recents.ts';
import { useFocusRequest, useSearchMark, useSettingInHand } from './use-field-focus.ts';

export interface ConfigurationDialogProps {
  readonly mode: ConfigurationMode;
  /** Put into the fields of a new session: from the command line, or duplicated. Read once: give a new `key` with it. */
  readonly initial?: OpenSession;
  /** The panel that it begins with; Session where none is given. */
  readonly category?: Category;
  /** There is a window to go back to; without one the dialog stands alone. */
  readonly canCancel: boolean;
  readonly onOpen: (session: OpenSession) => void;
  /** Only what differs from the profile in `mode`. */
  readonly onApply: (changes: ProfileChanges) => void;
  readonly onCancel: () => void;
  /** Kept current by the owner. */
  readonly saved: SavedSessions;
  readonly savedActions: SavedSessionsActions;
  readonly sshConfig: SshConfigActions;
  readonly recents: RecentsSource;
  readonly secrets: SecretsActions;
  readonly paths: PathActions;
  readonly agents: AgentActions;
  /** The path that the user chose, or null. */
  readonly chooseKeyFile: () => Promise<string | null>;
  readonly chooseLogFile: () => Promise<string | null>;
  readonly importColours: ImportColours;
  readonly highlights: HighlightLibrary;
  /** Names of algorithms that the running program does not have. */
  readonly unavailable: readonly string[];
  readonly system: System;
  readonly onImport: () => void;
  /** Of a row in the tree of sessions with all under it, by its id; null: of all. */
  readonly onExport: (only: string | null) => void;
  readonly onAbout: () => void;
}

/** For a new session, or for one that runs: then only the settings that can change in a running session are there. */
export type ConfigurationMode =
  | { readonly kind: 'new' }
  | ({ readonly kind: 'change'; readonly sessionName: string } & OpenSession);

/** PuTTY's configuration dialog. Enter opens or applies, Escape cancels. */
export function ConfigurationDialog(props: ConfigurationDialogProps) {
  const { mode, canCancel, onCancel } = props;
  const title =
    mode.kind === 'new' ? t('Holdfast Configuration') : t('Change Settings: {name}', { name: mode.sessionName });
  return (
    <Modal title={title} size="large" isAlone={!canCancel} onClose={onCancel}>
      <ConfigurationForm {...props} />
    </Modal>
  );
}

function ConfigurationForm(props: ConfigurationDialogProps) {
  const { mode, initial, saved, savedActions, sshConfig, recents, paths, agents, onOpen, onApply, onCancel, onAbout } =
    props;
  const [form, dispatch] = useReducer(reduceForm, null, () => {
    const begun = mode.kind === 'new' ? (initial ?? { profile: saved.defaults, savedAs: null }) : mode;
    const folder = savedSession(saved, begun.savedAs ?? '')?.folder;
    const form = mode.kind === 'new' ? newForm(begun, folder) : changeForm(begun, folder);
    return props.category === undefined ? form : { ...form, category: props.category };
  });
  const [searchFor, setSearchFor] = useState<Profile | null>(null);
  const [isEditingSets, setIsEditingSets] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  useFocusRequest(form.focus, root);
  useSearchMark(form, root);
  const { inHand, handlers } = useSettingInHand((key) => dispatch({ kind: 'left', key }));
  const explained = inHand ?? form.searched;
  const panels = panelsFor(mode.kind, props.system);
  const panel = panels.find((candidate) => candidate.category === form.category);

  const submit = (event: ReactFormEvent) => {
    event.preventDefault();
    if (mode.kind === 'new') {
      const outcome = sessionToOpen(form, savedSession(saved, form.sessionName.trim()), saved.defaults);
      return outcome.kind === 'accepted' ? onOpen(outcome.session) : dispatch(outcome);
    }
    const outcome = changesToApply(form.draft, mode.profile);
    return outcome.kind === 'accepted' ? onApply(outcome.changes) : dispatch(outcome);
  };
  const setKeepalive = (seconds: number) => {
    setSearchFor(null);
    dispatch({ kind: 'typed', key: 'keepaliveSeconds', value: String(seconds) });
  };
  const findLimit = () => {
    if (mode.kind === 'change') return setSearchFor(mode.profile);
    const reading = profileToOpen(form.draft);
    if (reading.kind === 'accepted') setSearchFor(reading.profile);
    else dispatch(reading);
  };
  const running = mode.kind === 'new' ? null : mode.profile;
  const storedSessions = {
    onExport: props.onExport,
    ...{ chosenHost: form.chosenHost, configured: form.configured, sshConfig, recents },
    ...storedSessionHandlers({ form, dispatch, saved, actions: savedActions, onOpen, running, sshConfig }),
  };

  return (
    <>
      <form ref={root} noValidate onSubmit={submit} className={styles.form} onKeyDown={pressAccessKey} {...handlers}>
        <CategoryList
          panels={panels}
          selected={form.category}
          onSelect={(category) => dispatch({ kind: 'category-chosen', category })}
          onSearch={(key) => dispatch({ kind: 'searched', key })}
          onFind={(key) => dispatch({ kind: 'found', key })}
        />
        <div className={styles.panel}>
          {panel === undefined ? null : (
            <PanelView
              panel={panel}
              form={form}
              inherited={inheritances(form, saved)}
              onChange={(key, value) => dispatch({ kind: 'typed', key, value })}
              chooseKeyFile={props.chooseKeyFile}
              chooseLogFile={props.chooseLogFile}
              importColours={props.importColours}
              highlights={props.highlights}
              onEditHighlights={() => setIsEditingSets(true)}
              unavailable={props.unavailable}
              savedSessions={
                <SavedSessionsBox mode={mode.kind} saved={saved} name={form.sessionName} {...storedSessions} />
              }
              savedSecrets={<SavedSecrets secrets={props.secrets} />}
              agentKeys={<AgentKeys agents={agents} agentSocket={form.draft.agentSocket} />}
              pathFacts={
                <PathFacts
                  paths={paths}
                  place={placeTyped(form.draft)}
                  draft={form.draft}
                  onSet={setKeepalive}
                  onFindLimit={findLimit}
                />
              }
            />
          )}
        </div>
        <p className={styles.help} aria-hidden>
          {explained === null ? null : helpTextOf(explained)}
        </p>
        <DialogButtons
          mode={mode.kind}
          onImport={props.onImport}
          onExport={() => props.onExport(null)}
          onAbout={onAbout}
          onCancel={onCancel}
        />
      </form>
      {/* Beside the form: its Enter is its own. */}
      {searchFor === null ? null : (
        <LimitSearchDialog paths={paths} profile={searchFor} onSet={setKeepalive} onClose={() => setSearchFor(null)} />
      )}
      {isEditingSets ? (
        <HighlightSetsDialog library={props.highlights} onClose={() => setIsEditingSets(false)} />
      ) : null}
    </>
  );
}
