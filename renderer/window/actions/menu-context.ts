import type { MenuContext } from '#contract/menu.ts';
import { hasEnded, isStalled } from '../../status/state-words.ts';
import { hasRoom } from '../../tabs/panes/room.ts';
import type { SessionViews } from '../../terminal/session-views.ts';
import { activePane, activeTab, type Pane, type ShellState } from '../state.ts';

/** What a menu can offer of the tab in front. */
export function menuContext(state: ShellState, views: Pick<SessionViews, 'get'>, of: MenuContext['of']): MenuContext {
  const pane = activePane(state);
  const tab = activeTab(state);
  const place = tab === null ? 0 : state.tabs.indexOf(tab);
  return {
    hasSession: pane !== null,
    canRestart: pane !== null && canRestart(pane),
    hasSelection: pane !== null && (views.get(pane.session.id)?.hasSelection() ?? false),
    isSplit: tab?.layout.kind === 'split',
    hasRoomAtRight: tab !== null && pane !== null && hasRoom(tab, pane, 'right'),
    hasRoomBelow: tab !== null && pane !== null && hasRoom(tab, pane, 'below'),
    hasTabsAtLeft: place > 0,
    hasTabsAtRight: place < state.tabs.length - 1,
    of,
  };
}

/** Main restarts what has no connection, and what is open but does not answer. */
export const canRestart = ({ session }: Pane): boolean => hasEnded(session.state) || isStalled(session);
