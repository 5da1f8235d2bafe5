import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { noSaved, snapshotOf } from '../testing/fake-bridge.ts';
import { keepFrontTab } from './front-tab.ts';
import { activeTab } from './state.ts';
import { createShell, type Shell } from './store.ts';
import { withActive, withLooseInTabs, withoutSession, withSession } from './transitions.ts';

const sessions = ['a', 'b', 'c'].map((name) => snapshotOf(name));

/** The window as it starts, on the sessions that main holds. */
function startWindow(held = sessions): Shell {
  const shell = createShell(noSaved);
  for (const session of held) shell.update((state) => withLooseInTabs(withSession(state, session, 0), tabFor));
  keepFrontTab(shell, sessionStorage);
  return shell;
}

const front = ({ store }: Shell) => activeTab(store.getState())?.focused ?? null;

describe('a window that starts again', () => {
  const second = tabFor(sessions[1]?.id as SessionId).id;
  beforeEach(() => sessionStorage.clear());

  it('shows the tab that was in front', () => {
    const shell = startWindow();
    expect(front(shell)).toBe(sessions[0]?.id);
    shell.update((state) => withActive(state, second));
    expect(front(startWindow())).toBe(sessions[1]?.id);
  });

  it('shows the first tab if that one is gone, or if there was none', () => {
    const shell = startWindow();
    shell.update((state) => withActive(state, second));
    const left = sessions.filter((_, index) => index !== 1);
    expect(front(startWindow(left))).toBe(left[0]?.id);
    for (const { id } of sessions) shell.update((state) => withoutSession(state, id));
    expect(front(startWindow())).toBe(sessions[0]?.id);
  });

  it('shows what it was told to open before the tabs of the last run', () => {
    const restored = { kind: 'closed', reason: { kind: 'restored' }, at: 0 } as const;
    const held = sessions.map((session, index) => (index < 2 ? { ...session, state: restored } : session));
    expect(front(startWindow(held))).toBe(sessions[2]?.id);
    sessionStorage.clear();
    expect(front(startWindow(held.slice(0, 2)))).toBe(sessions[0]?.id);
  });
});
