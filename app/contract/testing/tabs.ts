import type { SessionId } from '../session/session.ts';
import { type Tab, type TabId, tabAlone } from '../tabs/tab.ts';

/** The tab of a session, always by the same id. */
export const tabFor = (session: SessionId): Tab => tabAlone(session, `tab-of-${session}` as TabId);
