import type { TabId } from '#contract/tabs/tab.ts';

/** The element that holds the panes of the active tab. */
export const tabPanelId = 'tab-panel';

export const tabElementId = (id: TabId) => `tab-${id}`;
