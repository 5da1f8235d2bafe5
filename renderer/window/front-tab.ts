import { panesOf } from '#contract/tabs/layout.ts';
import type { Tab, TabId } from '#contract/tabs/tab.ts';
import type { ShellState } from './state.ts';
import type { Shell } from './store.ts';
import { withActive } from './transitions.ts';

/** Where the window's own storage has the id of the tab in front. */
const frontTabKey = 'front-tab';

/** Whether this window showed a tab before: its own storage lives through a reload and a crash, not through a new start. */
export const wasShownBefore = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(frontTabKey) !== null;

/**
 * Brings the tab to the front that was there before the window started again, and notes which one is from now on. When
 * the program itself starts, that is what it was told to open, before the tabs of its last run.
 */
export function keepFrontTab({ store, update }: Shell, storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  const front =
    storage.getItem(frontTabKey) ?? store.getState().tabs.find((tab) => !isRestored(store.getState(), tab))?.id;
  if (front !== undefined) update((state) => withActive(state, front as TabId));
  store.subscribe(({ activeId }, before) => {
    if (activeId !== before.activeId) storage.setItem(frontTabKey, activeId ?? '');
  });
}

function isRestored({ panes }: ShellState, { layout }: Tab): boolean {
  return panesOf(layout).every((id) => {
    const state = panes.get(id)?.session.state;
    return state?.kind === 'closed' && state.reason.kind === 'restored';
  });
}
