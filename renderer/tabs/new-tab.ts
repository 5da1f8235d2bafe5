import type { SessionId } from '#contract/session/session.ts';
import { type Tab, type TabId, tabAlone } from '#contract/tabs/tab.ts';

/** A tab for a session. No other one has its id, in whichever window. */
export const newTab = (session: SessionId): Tab => tabAlone(session, crypto.randomUUID() as TabId);
