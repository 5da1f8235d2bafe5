import type { SessionId } from '#contract/session.ts';

/** The element that holds the terminal of the active tab. */
export const tabPanelId = 'tab-panel';

export const tabElementId = (id: SessionId) => `tab-${id}`;
