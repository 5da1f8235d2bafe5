import type { Bridge, OpenSession } from '#contract/channels/channels.ts';
import { sentenceOf } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import { type Edge, panesOf } from '#contract/tabs/layout.ts';
import type { Tab, TabId } from '#contract/tabs/tab.ts';
import { type FilesStore, unfinishedOf } from '../../files/files-store.ts';
import { type Broadcast, chooseBroadcast, membersOf, pickGroup } from '../../tabs/broadcast.ts';
import { newTab } from '../../tabs/new-tab.ts';
import { afterPaneAction, type PaneAction } from '../../tabs/panes/pane-actions.ts';
import { withJoinedTab, withPaneInTab } from '../../tabs/panes/placing.ts';
import type { SessionViews } from '../../terminal/session-views.ts';
import type { KeyAction } from '../keyboard/keys.ts';
import { tabOf } from '../state.ts';
import type { Shell } from '../store.ts';
import { withActive, withMoved, withNeighbour, withOverlay, withQuestion, withTabChanged } from '../transitions.ts';
import { type Opening, openedLike } from './opening.ts';

/** What the user can do to tabs and their panes. */
export interface TabActions {
  readonly perform: (action: TabAction | PaneAction, tab: Tab) => void;
  /** Asks first if one of the sessions is open, or has transfers that are not finished. */
  readonly closePanes: (ids: readonly SessionId[]) => void;
  /** The user has been asked. */
  readonly closeNow: (ids: readonly SessionId[]) => void;
  readonly moveTab: (id: TabId, to: number) => void;
  /** Puts all panes of a tab beside a pane of another one, or tells why not. */
  readonly joinTab: (id: TabId, beside: SessionId, edge: Edge) => void;
  /** Gives a pane a tab of its own: at an index of those that are there, or at the right of its tab. */
  readonly movePaneToTab: (id: SessionId, at?: number) => void;
  /** An empty name gives the tab its own name back. */
  readonly renameTab: (id: TabId, name: string) => void;
  /** It was dragged out of its row, and let go at this place of the screen. */
  readonly dropTab: (id: TabId, at: { readonly x: number; readonly y: number }) => void;
  readonly reopenTab: () => void;
}

export type TabAction = Extract<
  KeyAction,
  {
    kind:
      | 'close-pane'
      | 'move-pane-to-tab'
      | 'broadcast-switch'
      | 'broadcast-tab'
      | 'broadcast-all'
      | 'broadcast-pick'
      | 'rename-tab'
      | 'duplicate-tab'
      | 'tab-colour'
      | 'move-tab-left'
      | 'move-tab-right'
      | 'move-to-new-window'
      | 'move-to-window'
      | 'close-tab'
      | 'close-other-tabs'
      | 'close-tabs-to-right'
      | 'next-tab'
      | 'previous-tab'
      | 'select-tab';
  }
>;

const off = { kind: 'off' } as const;

interface ClosedTab {
  readonly tab: Tab;
  readonly sessions: ReadonlyMap<SessionId, OpenSession>;
}

/** Tabs that can be had again after they were closed; the window forgets older ones. */
const maxClosed = 20;

export interface TabActionOptions {
  readonly bridge: Bridge;
  readonly shell: Shell;
  readonly views: Pick<SessionViews, 'get'>;
  readonly files: Pick<FilesStore, 'store'>;
  readonly opening: Pick<Opening, 'openAlike'>;
}

export function createTabActions({
  bridge,
  shell,
  views,
  files,
  opening: { openAlike },
}: TabActionOptions): TabActions {
  const { store, update, notify, tell } = shell;
  const closed: ClosedTab[] = [];
  const choose = (broadcast: Broadcast) => chooseBroadcast(bridge, shell, broadcast);
  const sizeOf = (id: SessionId) => views.get(id)?.size() ?? null;
  const sessionOf = (id: SessionId) => store.getState().panes.get(id)?.session;

  const contentsOf = (tab: Tab): ClosedTab => ({
    tab,
    sessions: new Map(
      panesOf(tab.layout).flatMap((id) => {
        const session = sessionOf(id);
        return session === undefined ? [] : [[id, openedLike(session)]];
      }),
    ),
  });

  const closeNow = (ids: readonly SessionId[]) => {
    const { tabs } = store.getState();
    const gone = tabs.filter(({ layout }) => panesOf(layout).every((id) => ids.includes(id)));
    closed.push(...gone.map(contentsOf));
    closed.splice(0, closed.length - maxClosed);
    for (const id of ids) bridge.command('session.close', { id });
  };

  const closePanes = (ids: readonly SessionId[]) => {
    const asks = ids.some((id) => {
      const session = sessionOf(id);
      if (session?.profile.warnOnClose !== true) return false;
      return session.state.kind === 'open' || unfinishedOf(files.store.getState(), [id]) > 0;
    });
    if (asks) update((state) => withQuestion(state, { kind: 'close-panes', ids }));
    else closeNow(ids);
  };

  const closeTabs = (tabs: readonly Tab[]) => closePanes(tabs.flatMap(({ layout }) => panesOf(layout)));

  const moveTab = (id: TabId, to: number) => update((state) => withMoved(state, id, to));

  const joinTab = (id: TabId, beside: SessionId, edge: Edge) => {
    const joined = withJoinedTab(store.getState(), id, beside, edge);
    if (joined.kind === 'joined') update(() => joined.state);
    else tell(joined.why);
  };

  const movePaneToTab = (id: SessionId, at?: number) => {
    const state = store.getState();
    const tab = tabOf(state, id);
    if (tab?.layout.kind !== 'split') return;
    // Those who share what is typed in the tab go on doing so, in whichever tabs they are.
    const { broadcast } = state;
    if (broadcast.kind === 'tab' && broadcast.tab === tab.id) pickGroup(bridge, shell, membersOf(state));
    update((before) => withPaneInTab(before, newTab(id), at));
  };

  const colour = async (tab: Tab, wanted: Profile['colour']) => {
    for (const id of panesOf(tab.layout)) {
      const result = await bridge.request('session.change', { id, changes: { colour: wanted } });
      if (!result.ok) notify(sentenceOf(result.failure));
    }
  };

  const renameTab = (id: TabId, name: string) => {
    const tab = store.getState().tabs.find((one) => one.id === id);
    if (tab === undefined) return;
    const isSplit = tab.layout.kind === 'split';
    update((state) => withTabChanged(state, { ...tab, name: isSplit ? name : '' }));
    if (!isSplit) bridge.command('session.rename', { id: tab.focused, name });
  };

  const perform = (action: TabAction | PaneAction, tab: Tab) => {
    const { tabs } = store.getState();
    const index = tabs.indexOf(tab);
    switch (action.kind) {
      case 'close-pane':
        return closePanes([tab.focused]);
      case 'move-pane-to-tab':
        return movePaneToTab(tab.focused);
      case 'broadcast-switch':
        return choose(membersOf(store.getState()).length > 0 ? off : { kind: 'tab', tab: tab.id });
      case 'broadcast-tab':
        return choose({ kind: 'tab', tab: tab.id });
      case 'broadcast-all':
        return choose({ kind: 'all' });
      case 'broadcast-pick':
        return update((state) => withQuestion(state, { kind: 'broadcast' }));
      case 'close-tab':
        return closeTabs([tab]);
      case 'close-other-tabs':
        return closeTabs(tabs.filter((other) => other !== tab));
      case 'close-tabs-to-right':
        return closeTabs(tabs.slice(index + 1));
      case 'rename-tab':
        return update((state) => withOverlay(state, { kind: 'rename-tab', tab: tab.id }));
      case 'duplicate-tab':
        return void openAlike(tab, contentsOf(tab).sessions);
      case 'tab-colour':
        return void colour(tab, action.colour);
      case 'move-tab-left':
        return moveTab(tab.id, index - 1);
      case 'move-tab-right':
        return moveTab(tab.id, index + 1);
      case 'move-to-new-window':
        return bridge.command('tabs.move', { id: tab.id, to: { kind: 'new' } });
      case 'move-to-window':
        return bridge.command('tabs.move', { id: tab.id, to: { kind: 'window', id: action.window } });
      case 'next-tab':
        return update((state) => withNeighbour(state, 1));
      case 'previous-tab':
        return update((state) => withNeighbour(state, -1));
      case 'select-tab': {
        const wanted = tabs.at(action.index);
        return wanted === undefined ? undefined : update((state) => withActive(state, wanted.id));
      }
      default:
        return update((state) => withTabChanged(state, afterPaneAction(tab, action, sizeOf)));
    }
  };

  return {
    perform,
    closePanes,
    closeNow,
    moveTab,
    joinTab,
    movePaneToTab,
    renameTab,
    dropTab: (id, { x, y }) => bridge.command('tabs.move', { id, to: { kind: 'dropped', x, y } }),
    reopenTab: () => {
      const last = closed.pop();
      if (last === undefined) tell(t('There is no closed tab in this window to open again.'));
      else void openAlike(last.tab, last.sessions);
    },
  };
}
