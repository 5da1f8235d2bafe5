import type { MenuContext } from '../menu.ts';

/** What the menu can offer of a tab of one pane that is the only one, but for what is said otherwise. */
export const menuContextOf = (otherwise: Partial<MenuContext> = {}): MenuContext => ({
  hasSession: true,
  canRestart: false,
  hasSelection: false,
  isSplit: false,
  hasRoomAtRight: true,
  hasRoomBelow: true,
  hasTabsAtLeft: false,
  hasTabsAtRight: false,
  of: 'session',
  ...otherwise,
});
