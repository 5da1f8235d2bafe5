import type { Bridge, OpenSession } from '#contract/channels.ts';
import { assertNever, type Failure, type Result } from '#contract/failure.ts';
import type { MenuContext } from '#contract/menu.ts';
import type { SessionId } from '#contract/session.ts';
import { hasEnded, isStalled } from '../status/state-words.ts';
import type { SessionViews } from '../terminal/session-views.ts';
import { changeKeepalive, type KeepaliveChange, savedSessionOf } from './keepalive-change.ts';
import type { KeyAction } from './keys.ts';
import { activeTab, isCovered, type Tab } from './state.ts';
import type { Shell } from './store.ts';
import { withActive, withMoved, withNeighbour, withOverlay, withQuestion, withSession } from './transitions.ts';

/** All that the user can ask for, whichever way: menu, key or button. */
export interface Actions {
  /** Does nothing while a dialog has the keyboard, or where the action needs a tab and there is none. */
  readonly perform: (action: KeyAction) => void;
  /** Opens a session in a new tab, or shows the dialog where no host is given. */
  readonly open: (session: OpenSession) => Promise<void>;
  readonly restart: (id: SessionId) => void;
  /** The same, with other seconds between keepalives from now on. */
  readonly restartWith: (id: SessionId, keepalive: KeepaliveChange) => void;
  /** Asks first if the session runs. */
  readonly closeTab: (id: SessionId) => void;
  readonly moveTab: (id: SessionId, to: number) => void;
  /** Shows what can be imported, above all else. */
  readonly importSessions: () => void;
  /** The same for an export: of a row in the tree of sessions, by its id, or of all. */
  readonly exportSessions: (only: string | null) => void;
}

export interface ActionOptions {
  readonly bridge: Bridge;
  readonly shell: Shell;
  readonly views: Pick<SessionViews, 'get'>;
}

export function createActions({ bridge, shell, views }: ActionOptions): Actions {
  const { store, update, notify } = shell;

  const open = async (session: OpenSession) => {
    if (session.profile.hostName === '') {
      update((state) => withOverlay(state, { kind: 'new-session', initial: session }));
      return;
    }
    const result = await bridge.request('session.open', session);
    if (!result.ok) return notify(sentenceOf(result.failure));
    const receivedAt = performance.now();
    update((state) => {
      const opened = withActive(withSession(state, result.value, receivedAt), result.value.id);
      return withOverlay(opened, { kind: 'none' });
    });
  };

  const tellFailure = (result: Result<unknown>) => {
    if (!result.ok) notify(sentenceOf(result.failure));
  };

  const restart = (id: SessionId) => void bridge.request('session.restart', { id }).then(tellFailure);

  const restartWith = async (id: SessionId, keepalive: KeepaliveChange) => {
    const state = store.getState();
    const session = state.tabs.get(id)?.session;
    if (session === undefined) return;
    const failure = await changeKeepalive(bridge, session, savedSessionOf(state, session), keepalive);
    if (failure !== null) notify(sentenceOf(failure));
    restart(id);
  };

  const closeTab = (id: SessionId) => {
    const session = store.getState().tabs.get(id)?.session;
    if (session?.state.kind !== 'open' || !session.profile.warnOnClose) bridge.command('session.close', { id });
    else update((state) => withQuestion(state, { kind: 'close-tab', id }));
  };

  const moveTab = (id: SessionId, to: number) => {
    const before = store.getState().order;
    update((state) => withMoved(state, id, to));
    const ids = store.getState().order;
    if (ids !== before) bridge.command('session.arrange', { ids });
  };

  const openSaved = (name: string) => {
    const saved = store.getState().saved.sessions.find((session) => session.name === name);
    if (saved === undefined) notify(`There is no saved session named ${name}.`);
    else void open({ profile: saved.profile, savedAs: saved.name });
  };

  const importSessions = () => update((state) => withQuestion(state, { kind: 'import' }));

  const exportSessions = (only: string | null) => update((state) => withQuestion(state, { kind: 'export', only }));

  const showMenu = () => bridge.command('menu.show', menuContext(activeTab(store.getState()), views));

  const performOn = (action: Exclude<KeyAction, WithoutTab>, tab: Tab) => {
    const { id, profile, savedAs, config } = tab.session;
    const view = views.get(id);
    switch (action.kind) {
      case 'duplicate-session':
        return void open({ profile, savedAs, ...(config === undefined ? {} : { config }) });
      case 'restart-session':
        return canRestart(tab) ? restart(id) : undefined;
      case 'change-settings':
      case 'event-log':
      case 'tunnels':
      case 'rename-tab':
      case 'find':
        return update((before) => withOverlay(before, { kind: action.kind, id }));
      case 'previous-prompt':
        return view?.jumpToPrompt('previous');
      case 'next-prompt':
        return view?.jumpToPrompt('next');
      case 'copy':
        return view?.copy();
      case 'paste':
        return view?.paste('clipboard');
      case 'copy-all':
        return view?.copyAll();
      case 'clear-scrollback':
        return view?.erase('scrollback');
      case 'reset-terminal':
        return view?.erase('terminal');
      case 'zoom-in':
        return view?.zoom(1);
      case 'zoom-out':
        return view?.zoom(-1);
      case 'zoom-reset':
        return view?.zoom(0);
      case 'close-tab':
        return closeTab(id);
      case 'next-tab':
        return update((before) => withNeighbour(before, 1));
      case 'previous-tab':
        return update((before) => withNeighbour(before, -1));
      case 'select-tab': {
        const wanted = store.getState().order.at(action.index);
        return wanted === undefined ? undefined : update((before) => withActive(before, wanted));
      }
      case 'move-tab':
        return moveTab(id, store.getState().order.indexOf(id) + action.by);
      default:
        return assertNever(action);
    }
  };

  const perform = (action: KeyAction) => {
    if (action.kind === 'close-window') return bridge.command('window.ask-close', {});
    const state = store.getState();
    if (isCovered(state)) return;
    const tab = activeTab(state);
    switch (action.kind) {
      case 'new-session':
        return tab === null ? undefined : update((s) => withOverlay(s, { kind: 'new-session', initial: null }));
      case 'open-saved':
        return openSaved(action.name);
      case 'full-screen':
        return bridge.command('window.full-screen', { on: !isFullScreen() });
      case 'import-sessions':
        return importSessions();
      case 'export-sessions':
        return exportSessions(null);
      case 'about':
        return update((s) => withQuestion(s, { kind: 'about' }));
      case 'quick-connect':
      case 'command-palette':
        return update((s) => withQuestion(s, { kind: action.kind }));
      case 'show-menu':
        return showMenu();
      default:
        return tab === null ? undefined : performOn(action, tab);
    }
  };

  return {
    perform,
    open,
    restart,
    restartWith: (id, keepalive) => void restartWith(id, keepalive),
    closeTab,
    moveTab,
    importSessions,
    exportSessions,
  };
}

/** Actions that make sense with no tab. */
type WithoutTab = Extract<
  KeyAction,
  {
    kind:
      | 'new-session'
      | 'open-saved'
      | 'import-sessions'
      | 'export-sessions'
      | 'quick-connect'
      | 'command-palette'
      | 'full-screen'
      | 'about'
      | 'show-menu'
      | 'close-window';
  }
>;

function menuContext(tab: Tab | null, views: Pick<SessionViews, 'get'>): MenuContext {
  return {
    hasSession: tab !== null,
    canRestart: tab !== null && canRestart(tab),
    hasSelection: tab !== null && (views.get(tab.session.id)?.hasSelection() ?? false),
  };
}

/** Main restarts what has no connection, and what is open but does not answer. */
const canRestart = ({ session }: Tab) => hasEnded(session.state) || isStalled(session);

/** The page fills the whole screen only then: elsewhere the desktop has its bars, and the window its frame. */
const isFullScreen = () => window.innerHeight >= screen.height && window.innerWidth >= screen.width;

const sentenceOf = ({ message, hint }: Failure) => (hint === undefined ? message : `${message} ${hint}`);
