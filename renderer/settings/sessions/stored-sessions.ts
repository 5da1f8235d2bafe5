import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import { assertNever, type Result } from '#contract/failure.ts';
import { defaultSettingsName, type Profile, type SavedSession } from '#contract/profile/profile.ts';
import { parentFolder, startingValues, type TreeChange } from '#contract/saved/saved-tree.ts';
import type { Form, FormEvent } from '../form/form.ts';
import { profileToApply, profileToSave, savedSession, sessionOfHost } from '../form/submission.ts';
import type { SshConfigActions } from './ssh-config-actions.ts';

/** What the dialog's owner does with saved sessions; a Failure is shown beside the name. */
export interface SavedSessionsActions {
  readonly save: (session: SavedSession) => Promise<Result<SavedSessions>>;
  readonly remove: (name: string) => Promise<Result<SavedSessions>>;
  readonly arrange: (change: TreeChange) => Promise<Result<SavedSessions>>;
}

interface Surroundings {
  readonly form: Form;
  readonly dispatch: (event: FormEvent) => void;
  readonly saved: SavedSessions;
  readonly actions: SavedSessionsActions;
  readonly onOpen: (session: OpenSession) => void;
  /** The settings of the session that runs, for what can't change any more; null for a new one. */
  readonly running: Profile | null;
  readonly sshConfig: SshConfigActions;
}

/** What the box of stored sessions does to the form. */
export function storedSessionHandlers(surroundings: Surroundings) {
  const { form, dispatch, saved, actions, onOpen, running, sshConfig } = surroundings;
  const load = (name: string) => {
    const session =
      name === defaultSettingsName ? { name, folder: '', profile: saved.defaults } : savedSession(saved, name);
    if (session !== undefined) dispatch({ kind: 'loaded', session });
  };
  return {
    onName: (name: string) => dispatch({ kind: 'session-named', name }),
    onFolder: (path: string) => {
      const [from, to] = [startingValues(saved, form.folder), startingValues(saved, path)];
      dispatch({ kind: 'folder-chosen', path, from, to });
    },
    onLoadFolder: (path: string) =>
      dispatch({ kind: 'folder-loaded', folder: { path, profile: startingValues(saved, path) } }),
    onLoad: load,
    /** Without a host there is nothing to open yet. */
    onLoadAndOpen: (name: string) => {
      load(name);
      const session = savedSession(saved, name);
      if (session !== undefined && session.profile.hostName !== '') onOpen({ profile: session.profile, savedAs: name });
    },
    /** Null if the form was refused: the focus is then at the field. */
    onSave: (name: string) => {
      const reading = running === null ? profileToSave(form.draft) : profileToApply(form.draft, running);
      if (reading.kind === 'refused') {
        dispatch(reading);
        return null;
      }
      const path = folderNamed(saved, name);
      if (path !== null) {
        return actions.arrange({ kind: 'save-folder', path, profile: reading.profile }).then((result) => {
          if (result.ok) dispatch({ kind: 'folder-saved', path });
          return result;
        });
      }
      const session = { name, folder: savedSession(saved, name)?.folder ?? form.folder, profile: reading.profile };
      return actions.save(session).then((result) => {
        if (result.ok) dispatch({ kind: 'saved', session });
        return result;
      });
    },
    onArrange: (change: TreeChange) =>
      actions.arrange(change).then((result) => {
        if (result.ok) dispatch(eventAfter(change));
        return result;
      }),
    onOpenAll: (sessions: readonly SavedSession[]) => {
      for (const { name, profile } of sessions) onOpen({ profile, savedAs: name });
    },
    onHost: (host: string) => dispatch({ kind: 'host-chosen', host }),
    onLoadHost: (host: string) =>
      sshConfig.configure(host).then((result) => {
        if (result.ok) dispatch({ kind: 'configured', configured: result.value });
        return result;
      }),
    onOpenHost: (host: string) => onOpen(sessionOfHost(host, saved.defaults)),
    onDelete: (name: string) =>
      actions.remove(name).then((result) => {
        if (result.ok) dispatch({ kind: 'deleted', name });
        return result;
      }),
  };
}

/** The folder that a name stands for, by the slash at its end; null if it is a session's. */
export function folderNamed(saved: SavedSessions, name: string): string | null {
  const path = name.slice(0, -1);
  return name.endsWith('/') && path !== '' && savedSession(saved, name) === undefined ? path : null;
}

/** What the form learns of a change: the box goes on naming what was renamed, moved or deleted. */
function eventAfter(change: TreeChange): FormEvent {
  switch (change.kind) {
    case 'add-folder':
    case 'save-folder':
      return { kind: 'folder-moved', path: change.path };
    case 'move-folder':
      return { kind: 'folder-moved', path: change.to };
    case 'delete-folder':
      return { kind: 'session-named', name: '', folder: parentFolder(change.path) };
    case 'rename-session':
      return { kind: 'session-renamed', name: change.name, to: change.to };
    case 'move-session':
      return { kind: 'session-named', name: change.name, folder: change.folder };
    default:
      return assertNever(change);
  }
}
