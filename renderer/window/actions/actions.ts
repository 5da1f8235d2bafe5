import type { Bridge, OpenSession } from '#contract/channels/channels.ts';
import { type Result, sentenceOf } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { maxPanes, panesOf, type Side } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import type { FilesStore } from '../../files/files-store.ts';
import { isOfPanes } from '../../tabs/panes/pane-actions.ts';
import { tooManyPanes } from '../../tabs/panes/placing.ts';
import { hasRoom } from '../../tabs/panes/room.ts';
import type { SessionViews } from '../../terminal/session-views.ts';
import { performClipboardKeys } from '../keyboard/clipboard-keys.ts';
import type { KeyAction } from '../keyboard/keys.ts';
import { activePane, activeTab, isCovered, type Pane } from '../state.ts';
import type { Shell } from '../store.ts';
import { withOverlay, withQuestion } from '../transitions.ts';
import { changeKeepalive, type KeepaliveChange, savedSessionOf } from './keepalive-change.ts';
import { canRestart, menuContext } from './menu-context.ts';
import { createOpening, openedLike } from './opening.ts';
import { createTabActions, type TabActions } from './tab-actions.ts';

/** All that the user can ask for, whichever way: menu, key or button. */
export interface Actions extends Omit<TabActions, 'perform' | 'reopenTab'> {
  /** Does nothing while a dialog has the keyboard, or where the action needs a tab and there is none. */
  readonly perform: (action: KeyAction) => void;
  /** Whether the program takes a key for this now, or leaves it to the host. */
  readonly takes: (action: KeyAction) => boolean;
  /** Opens a session in a new tab, or shows the dialog where no host is given. */
  readonly open: (session: OpenSession) => Promise<void>;
  readonly restart: (id: SessionId) => void;
  /** The same, with other seconds between keepalives from now on. */
  readonly restartWith: (id: SessionId, keepalive: KeepaliveChange) => void;
  /** Shows the menu of the tab in front. */
  readonly showTabMenu: () => void;
  /** Shows what can be imported, above all else. */
  readonly importSessions: () => void;
  /** The same for an export: of a row in the tree of sessions, by its id, or of all. */
  readonly exportSessions: (only: string | null) => void;
}

export interface ActionOptions {
  readonly bridge: Bridge;
  readonly shell: Shell;
  readonly views: Pick<SessionViews, 'get'>;
  readonly files: Pick<FilesStore, 'store' | 'toggle'>;
}

export function createActions({ bridge, shell, views, files }: ActionOptions): Actions {
  const { store, update, notify, tell } = shell;
  const opening = createOpening(bridge, shell);
  const onTabs = createTabActions({ bridge, shell, views, files, opening });
  const { perform: performOnTab, reopenTab, ...tabActions } = onTabs;
  const { open } = opening;

  const tellFailure = (result: Result<unknown>) => {
    if (!result.ok) notify(sentenceOf(result.failure));
  };

  const restart = (id: SessionId) => void bridge.request('session.restart', { id }).then(tellFailure);

  const restartWith = async (id: SessionId, keepalive: KeepaliveChange) => {
    const state = store.getState();
    const session = state.panes.get(id)?.session;
    if (session === undefined) return;
    const failure = await changeKeepalive(bridge, session, savedSessionOf(state, session), keepalive);
    if (failure !== null) notify(sentenceOf(failure));
    restart(id);
  };

  const openBeside = (session: OpenSession, tab: Tab, pane: Pane, side: Side) => {
    if (panesOf(tab.layout).length >= maxPanes) tell(tooManyPanes());
    else if (hasRoom(tab, pane, side)) void open(session, { kind: 'beside', id: pane.session.id, side });
    else tell(t('This pane is too small to be split.'));
  };

  const openSaved = ({ name, side }: Extract<KeyAction, { kind: 'open-saved' }>) => {
    const saved = store.getState().saved.sessions.find((session) => session.name === name);
    if (saved === undefined) return notify(t('There is no saved session named {name}.', { name }));
    const session = { profile: saved.profile, savedAs: saved.name };
    const [tab, pane] = [activeTab(store.getState()), activePane(store.getState())];
    if (side === undefined || tab === null || pane === null) void open(session);
    else openBeside(session, tab, pane, side);
  };

  const importSessions = () => update((state) => withQuestion(state, { kind: 'import' }));

  const exportSessions = (only: string | null) => update((state) => withQuestion(state, { kind: 'export', only }));

  const showMenu = (of: 'session' | 'tab') => bridge.command('menu.show', menuContext(store.getState(), views, of));

  const performOn = (action: Exclude<KeyAction, WithoutTab>, tab: Tab, pane: Pane) => {
    const { id } = pane.session;
    const view = views.get(id);
    switch (action.kind) {
      case 'duplicate-session':
        return void open(openedLike(pane.session));
      case 'split-right':
        return openBeside(openedLike(pane.session), tab, pane, 'right');
      case 'split-below':
        return openBeside(openedLike(pane.session), tab, pane, 'below');
      case 'restart-session':
        return canRestart(pane) ? restart(id) : undefined;
      case 'change-settings':
      case 'event-log':
      case 'tunnels':
      case 'find':
        return update((before) => withOverlay(before, { kind: action.kind, id }));
      case 'previous-prompt':
        return view?.jumpToPrompt('previous');
      case 'next-prompt':
        return view?.jumpToPrompt('next');
      case 'files':
        return files.toggle(id);
      case 'copy':
        return view?.copy('clipboard');
      case 'paste':
        return view?.paste('clipboard');
      case 'copy-by':
      case 'paste-by':
        return view === undefined ? undefined : performClipboardKeys(action, view, pane.session.profile);
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
      default:
        return performOnTab(action, tab);
    }
  };

  const perform = (action: KeyAction) => {
    if (action.kind === 'close-window') return bridge.command('window.ask-close', {});
    // They lie over dialogs too.
    if (action.kind === 'dismiss-notices') return update((before) => ({ ...before, notices: [] }));
    const state = store.getState();
    if (isCovered(state)) return;
    const [tab, pane] = [activeTab(state), activePane(state)];
    switch (action.kind) {
      case 'new-session':
        return tab === null ? undefined : update((s) => withOverlay(s, { kind: 'new-session', initial: null }));
      case 'open-saved':
        return openSaved(action);
      case 'reopen-tab':
        return reopenTab();
      case 'full-screen':
        return bridge.command('window.full-screen', { on: !isFullScreen() });
      case 'language':
        return bridge.command('language.choose', { choice: action.choice });
      case 'import-sessions':
        return importSessions();
      case 'export-sessions':
        return exportSessions(null);
      case 'about':
        return update((s) => withQuestion(s, { kind: 'about' }));
      case 'keyboard-shortcuts':
      case 'quick-connect':
      case 'command-palette':
        return update((s) => withQuestion(s, { kind: action.kind }));
      case 'show-menu':
        return showMenu('session');
      default:
        return tab === null || pane === null ? undefined : performOn(action, tab, pane);
    }
  };

  return {
    ...tabActions,
    perform,
    takes: (action) => !isOfPanes(action) || activeTab(store.getState())?.layout.kind === 'split',
    open: (session) => open(session),
    restart,
    restartWith: (id, keepalive) => void restartWith(id, keepalive),
    showTabMenu: () => showMenu('tab'),
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
      | 'reopen-tab'
      | 'language'
      | 'import-sessions'
      | 'export-sessions'
      | 'quick-connect'
      | 'command-palette'
      | 'dismiss-notices'
      | 'full-screen'
      | 'keyboard-shortcuts'
      | 'about'
      | 'show-menu'
      | 'close-window';
  }
>;

/** The page fills the whole screen only then: elsewhere the desktop has its bars, and the window its frame. */
const isFullScreen = () => window.innerHeight >= screen.height && window.innerWidth >= screen.width;
