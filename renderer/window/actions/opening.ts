import type { Bridge, OpenSession } from '#contract/channels/channels.ts';
import { sentenceOf } from '#contract/failure.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { newTab } from '../../tabs/new-tab.ts';
import { tabOfOthers, type Where, withPlaced } from '../../tabs/panes/placing.ts';
import type { Shell } from '../store.ts';
import { withActive, withOverlay, withSession, withTab } from '../transitions.ts';

/** Opens sessions and shows them in their places. */
export interface Opening {
  /** Shows the dialog instead where no host is given. */
  readonly open: (session: OpenSession, where?: Where) => Promise<void>;
  /** Opens a tab's sessions once more, in a tab of the same layout; what can't be opened is told, and left out. */
  readonly openAlike: (tab: Tab, sessions: ReadonlyMap<SessionId, OpenSession>) => Promise<void>;
}

export function createOpening(bridge: Pick<Bridge, 'request'>, { update, notify }: Shell): Opening {
  const request = async (session: OpenSession): Promise<SessionSnapshot | null> => {
    const result = await bridge.request('session.open', session);
    if (result.ok) return result.value;
    notify(sentenceOf(result.failure));
    return null;
  };

  const beingOpened = new Set<string>();

  /** An event may have told more of it already. */
  const know = (session: SessionSnapshot) => {
    const receivedAt = performance.now();
    update((state) => (state.panes.has(session.id) ? state : withSession(state, session, receivedAt)));
  };

  return {
    open: async (session, where = { kind: 'own-tab' }) => {
      // Two presses of a hasty hand are one wish.
      const wish = JSON.stringify([session, where]);
      if (beingOpened.has(wish)) return;
      if (session.profile.hostName === '') {
        update((state) => withOverlay(state, { kind: 'new-session', initial: session }));
        return;
      }
      beingOpened.add(wish);
      const opened = await request(session).finally(() => beingOpened.delete(wish));
      if (opened === null) return;
      know(opened);
      update((state) => withOverlay(withPlaced(state, newTab(opened.id), where), { kind: 'none' }));
    },
    openAlike: async (tab, sessions) => {
      const others = new Map<SessionId, SessionId>();
      for (const id of panesOf(tab.layout)) {
        const session = sessions.get(id);
        const opened = session === undefined ? null : await request(session);
        if (opened === null) continue;
        know(opened);
        others.set(id, opened.id);
      }
      const alike = tabOfOthers(tab, others, newTab);
      if (alike !== null) update((state) => withActive(withTab(state, alike), alike.id));
    },
  };
}

/** What opens a session like this one. */
export const openedLike = ({ profile, savedAs, config }: SessionSnapshot): OpenSession => ({
  profile,
  savedAs,
  ...(config === undefined ? {} : { config }),
});
