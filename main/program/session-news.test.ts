import { expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { createSessionNews, type Hearing } from './session-news.ts';

const [shown, other] = ['s1', 's2'] as readonly string[] as readonly [SessionId, SessionId];
const entry = { at: 0, text: 'Null packet 1 sent.' };

/** News to a window that has both sessions. */
function setUp() {
  const sent: (readonly [string, unknown])[] = [];
  const readLogs = new Set<SessionId>();
  const nothing = () => undefined;
  const hearing: Hearing = {
    windows: { sendTo: (_, name, payload) => void sent.push([name, payload]) },
    desk: { windowOf: () => 1, byWindow: () => new Map(), remove: nothing },
    files: { noteSession: nothing, noteRemoved: nothing },
    recents: { noteUsed: nothing },
    openTabs: { noteSession: nothing, noteChange: nothing },
    broadcast: { handleRemoved: nothing },
    readLogs,
  };
  return { sent, readLogs, news: createSessionNews(hearing) };
}

it('tells the window of what is logged while it shows that log, and of nothing else that is', () => {
  const { sent, readLogs, news } = setUp();
  news.onLog(shown, entry);
  readLogs.add(shown);
  news.onLog(shown, entry);
  news.onLog(other, entry);
  expect(sent).toEqual([['session.logged', { id: shown, entry }]]);
});

it('forgets the log of a session that is closed', () => {
  const { readLogs, news } = setUp();
  readLogs.add(shown);
  news.onRemoved(shown);
  expect([...readLogs]).toEqual([]);
});
