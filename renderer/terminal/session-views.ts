import type { DataPortMessage } from '#contract/channels/channels.ts';
import { profileDifference } from '#contract/profile/profile.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { hasEnded } from '../status/state-words.ts';
import type { SurroundingsSource } from './surroundings.ts';
import type { TerminalHost } from './terminal-host.ts';
import { createTerminalView, type TerminalView } from './terminal-view.ts';

/** The terminals of all tabs, kept in step with the sessions. */
export interface SessionViews {
  readonly get: (id: SessionId) => TerminalView | undefined;
  /** Makes, updates and removes terminals, so that there is one for each of these sessions. */
  readonly sync: (sessions: readonly SessionSnapshot[]) => void;
  /** Another language is spoken now. */
  readonly speak: () => void;
  readonly dispose: () => void;
}

export interface SessionViewsOptions {
  readonly hostFor: (id: SessionId) => TerminalHost;
  /** Asks main for the session's data port; it arrives as a message to this window. */
  readonly attach: (id: SessionId) => void;
  /** Told of each change. */
  readonly watchSurroundings: (onChange: () => void) => SurroundingsSource;
}

export function createSessionViews({ hostFor, attach, watchSurroundings }: SessionViewsOptions): SessionViews {
  const views = new Map<SessionId, TerminalView>();
  let shown: readonly SessionSnapshot[] = [];
  const surroundings = watchSurroundings(() => {
    for (const session of shown) views.get(session.id)?.apply(session.profile, surroundings.current());
  });

  const handleMessage = (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== window || port === undefined || !isDataPortMessage(event.data)) return;
    const view = views.get(event.data.id);
    if (view === undefined) port.close();
    else view.connect(port);
  };
  // Before the first attach: the port may arrive before its request is answered.
  window.addEventListener('message', handleMessage);

  const sync = (sessions: readonly SessionSnapshot[]) => {
    const before = new Map(shown.map((session) => [session.id, session]));
    shown = sessions;
    for (const session of sessions) {
      const old = before.get(session.id);
      before.delete(session.id);
      const view =
        views.get(session.id) ?? createTerminalView(session.profile, surroundings.current(), hostFor(session.id));
      view.setEnded(hasEnded(session.state));
      if (old !== undefined && hasChanged(old, session)) view.apply(session.profile, surroundings.current());
      if (views.has(session.id)) continue;
      views.set(session.id, view);
      attach(session.id);
    }
    for (const id of before.keys()) {
      views.get(id)?.dispose();
      views.delete(id);
    }
  };

  return {
    get: (id) => views.get(id),
    sync,
    speak: () => {
      for (const view of views.values()) view.speak();
    },
    dispose: () => {
      window.removeEventListener('message', handleMessage);
      surroundings.dispose();
      for (const view of views.values()) view.dispose();
      views.clear();
    },
  };
}

/** Each snapshot brings a copy of the profile. */
const hasChanged = (old: SessionSnapshot, { profile }: SessionSnapshot) =>
  old.profile !== profile && Object.keys(profileDifference(old.profile, profile)).length > 0;

function isDataPortMessage(data: unknown): data is DataPortMessage {
  return typeof data === 'object' && data !== null && (data as DataPortMessage).kind === 'holdfast-data-port';
}
