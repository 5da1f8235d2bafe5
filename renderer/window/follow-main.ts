import type { Bridge } from '#contract/channels/channels.ts';
import { receives } from '../tabs/broadcast.ts';
import type { SessionViews } from '../terminal/session-views.ts';
import type { Actions } from './actions/actions.ts';
import { activePane, activeTab, isConfiguring, nameOf, type Pane, type ShellState } from './state.ts';
import type { Shell } from './store.ts';
import {
  withActive,
  withActivities,
  withoutSession,
  withQuestion,
  withSession,
  withShown,
  withTab,
  withTabTaken,
} from './transitions.ts';

interface FollowOptions {
  readonly bridge: Bridge;
  readonly shell: Shell;
  readonly actions: Actions;
  readonly views: Pick<SessionViews, 'get'>;
}

/** Takes main's events into the window's state, and tells main the window's title; the returned function ends that. */
export function followMain({ bridge, shell, actions, views }: FollowOptions): () => void {
  const { store, update, notify, tell } = shell;
  /** The button that the menu was opened by has the focus; who chose from the menu goes on typing. */
  const giveKeyboardBack = () => {
    const state = store.getState();
    const pane = activePane(state);
    if (pane === null || state.overlay.kind !== 'none' || state.question.kind !== 'none') return;
    views.get(pane.session.id)?.focus();
  };
  const undo = [
    bridge.on('session.changed', (session) => {
      const receivedAt = performance.now();
      update((state) => withSession(state, session, receivedAt));
    }),
    bridge.on('session.activity', (activities) => {
      const receivedAt = performance.now();
      update((state) => withActivities(state, activities, receivedAt));
    }),
    bridge.on('tabs.given', ({ tab, sessions }) => {
      const receivedAt = performance.now();
      update((state) => {
        const known = sessions.reduce((before, session) => withSession(before, session, receivedAt), state);
        return withActive(withTab(known, tab), tab.id);
      });
    }),
    bridge.on('tabs.taken', ({ id }) => update((state) => withTabTaken(state, id))),
    bridge.on('session.shown', ({ id }) => update((state) => withShown(state, id))),
    bridge.on('session.removed', ({ id }) => update((state) => withoutSession(state, id))),
    bridge.on('profiles.changed', (saved) => {
      update((state) => ({ ...state, saved }));
      if (saved.notice !== null && !isConfiguring(store.getState())) notify(saved.notice);
    }),
    bridge.on('menu.action', (action) => {
      actions.perform(action);
      giveKeyboardBack();
    }),
    bridge.on('window.close-asked', ({ openSessions }) => {
      update((state) => withQuestion(state, { kind: 'close-window', openSessions }));
      bridge.command('window.close-heard', {});
    }),
    bridge.on('broadcast.changed', (group) => update((state) => ({ ...state, group }))),
    bridge.on('broadcast.given', ({ ids, input }) => {
      const { panes } = store.getState();
      for (const id of ids.filter((one) => receives(panes.get(one)))) views.get(id)?.receive(input);
    }),
    bridge.on('notice', ({ text, stays }) => (stays ? notify(text) : tell(text))),
  ];

  let shown = { title: '', iconTitle: '' };
  const showTitle = (state: ShellState) => {
    const { title, iconTitle } = titlesOf(state);
    if (title === shown.title && iconTitle === shown.iconTitle) return;
    shown = { title, iconTitle };
    document.title = title === '' ? 'Holdfast' : `${title} - Holdfast`;
    bridge.command('window.title', shown);
  };
  undo.push(store.subscribe(showTitle));

  return () => {
    for (const stop of undo) stop();
  };
}

/** The focused terminal's own title, else that of its settings or the name of its tab; empty without a tab. */
function titlesOf(state: ShellState): Pane['titles'] {
  const tab = activeTab(state);
  const pane = activePane(state);
  if (tab === null || pane === null) return { title: '', iconTitle: '' };
  const { profile } = pane.session;
  const [own, named] = [pane.titles, profile.windowTitle || nameOf({ tab, focused: pane })];
  const title = own.title || named;
  return { title, iconTitle: profile.separateIconTitle ? own.iconTitle || named : title };
}
