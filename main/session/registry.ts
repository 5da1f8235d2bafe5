import type { OpenSession } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { CloseReason, LogEntry, SessionActivity, SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { gather } from './gather.ts';
import { createSession } from './session.ts';
import type { Session, SessionOptions, SessionParts } from './session-parts.ts';

/** All sessions of the program, in the order of their opening. They outlive the page that shows them. */
export interface Registry {
  readonly open: (session: OpenSession & Pick<SessionOptions, 'answerFirst'>) => Session;
  /** Shows a session again that was open when the program ended; it connects when its user wants it to. */
  readonly restore: (session: OpenSession & { readonly name: string }) => Session;
  readonly get: (id: SessionId) => Session | undefined;
  readonly list: () => readonly SessionSnapshot[];
  /** Disconnects if need be and forgets the session. */
  readonly remove: (id: SessionId) => void;
  readonly dispose: () => void;
}

export interface RegistryOptions extends SessionParts {
  readonly newId: () => SessionId;
  readonly onChange: (snapshot: SessionSnapshot) => void;
  /** Sessions that anything passed through of late. */
  readonly onActivity: (activities: readonly SessionActivity[]) => void;
  readonly onLog: (id: SessionId, entry: LogEntry) => void;
  readonly onRemoved: (id: SessionId) => void;
  /** Something of it is not finished, and goes on with its next connection: "Close tab on exit" leaves it alone. */
  readonly isBusy?: (id: SessionId) => boolean;
}

export function createRegistry(options: RegistryOptions): Registry {
  let sessions: ReadonlyMap<SessionId, Session> = new Map();
  const active = gather<SessionId>(options.clock, (ids) =>
    options.onActivity(ids.flatMap((id) => sessions.get(id)?.activity() ?? [])),
  );

  const remove = (id: SessionId) => {
    const session = sessions.get(id);
    if (session === undefined) return;
    sessions = new Map([...sessions].filter(([other]) => other !== id));
    session.dispose();
    active.forget(id);
    options.onRemoved(id);
  };

  const changeHandler = () => {
    let wasClosed = false;
    return (snapshot: SessionSnapshot) => {
      active.forget(snapshot.id); // it is told with the rest
      // A tab that stayed when its session ended stays until its user closes it, whatever else changes.
      const closes = !wasClosed && closesItsTab(snapshot) && options.isBusy?.(snapshot.id) !== true;
      wasClosed = snapshot.state.kind === 'closed';
      if (closes) remove(snapshot.id);
      else options.onChange(snapshot);
    };
  };

  const add = (
    given: Pick<SessionOptions, 'profile' | 'savedAs' | 'config' | 'restoredAs' | 'answerFirst'>,
  ): Session => {
    const id = options.newId();
    const session = createSession({
      ...options,
      ...given,
      id,
      onChange: changeHandler(),
      onActivity: () => active.note(id),
      onLog: (entry) => options.onLog(id, entry),
    });
    sessions = new Map([...sessions, [id, session]]);
    options.onChange(session.snapshot());
    return session;
  };

  return {
    open: add,
    restore: ({ name, ...session }) => add({ ...session, restoredAs: name }),
    get: (id) => sessions.get(id),
    list: () => [...sessions.values()].map((session) => session.snapshot()),
    remove,
    dispose: () => {
      for (const id of sessions.keys()) remove(id);
    },
  };
}

/**
 * "Close tab on exit", as in PuTTY: a clean exit is one that the server told of, whatever its status; a connection that
 * never opened is not an exit, so that its reason can be read even with "Always"; nor is a shell's own idle logout.
 */
function closesItsTab({ state, profile }: SessionSnapshot): boolean {
  return state.kind === 'closed' && closes(state.reason, profile.closeOnExit);
}

function closes(reason: CloseReason, closeOnExit: Profile['closeOnExit']): boolean {
  switch (closeOnExit) {
    case 'never':
      return false;
    case 'clean':
      return reason.kind === 'exited' && reason.verdict === null;
    case 'always':
      return reason.kind !== 'refused' && reason.kind !== 'restored';
  }
}
