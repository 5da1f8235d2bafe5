import type { OpenSession, SavedSessions } from '#contract/channels.ts';
import type { Result } from '#contract/failure.ts';
import { defaultSettingsName, type Profile, type SavedSession } from '#contract/profile.ts';
import type { Form, FormEvent } from './form.ts';
import type { SshConfigActions } from './ssh-config-actions.ts';
import { profileToApply, profileToSave, savedSession, sessionOfHost } from './submission.ts';

/** What the dialog's owner does with saved sessions; a Failure is shown beside the name. */
export interface SavedSessionsActions {
  readonly save: (session: SavedSession) => Promise<Result<SavedSessions>>;
  readonly remove: (name: string) => Promise<Result<SavedSessions>>;
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
      const session = { name, folder: savedSession(saved, name)?.folder ?? '', profile: reading.profile };
      return actions.save(session).then((result) => {
        if (result.ok) dispatch({ kind: 'saved', session });
        return result;
      });
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
