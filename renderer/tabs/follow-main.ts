import type { Bridge } from '#contract/channels.ts';
import type { SessionViews } from '../terminal/session-views.ts';
import type { Actions } from './actions.ts';
import type { KeyAction } from './keys.ts';
import { activeTab, isConfiguring, type ShellState, type Tab } from './state.ts';
import type { Shell } from './store.ts';
import { withActive, withoutSession, withQuestion, withSession } from './transitions.ts';

interface FollowOptions {
  readonly bridge: Bridge;
  readonly shell: Shell;
  readonly actions: Actions;
  readonly views: Pick<SessionViews, 'get'>;
}

/** Takes main's events into the window's state, and tells main the window's title; the returned function ends that. */
export function followMain({ bridge, shell, actions, views }: FollowOptions): () => void {
  const { store, update, notify } = shell;
  /** The button that the menu was opened by has the focus; who chose from the menu goes on typing. */
  const giveKeyboardBack = () => {
    const { activeId, overlay, question } = store.getState();
    if (activeId !== null && overlay.kind === 'none' && question.kind === 'none') views.get(activeId)?.focus();
  };
  const undo = [
    bridge.on('session.changed', (session) => {
      const receivedAt = performance.now();
      const isNew = !store.getState().tabs.has(session.id);
      update((state) => withSession(state, session, receivedAt));
      // Another start of the program opened it here, or this window did: it is what the user wants to see.
      if (isNew) update((state) => withActive(state, session.id));
    }),
    bridge.on('session.shown', ({ id }) => update((state) => withActive(state, id))),
    bridge.on('session.removed', ({ id }) => update((state) => withoutSession(state, id))),
    bridge.on('profiles.changed', (saved) => {
      update((state) => ({ ...state, saved }));
      if (saved.notice !== null && !isConfiguring(store.getState())) notify(saved.notice);
    }),
    bridge.on('menu.action', (action) => {
      // A union of more than 25 kinds is more than the compiler compares with one object.
      actions.perform(action as KeyAction);
      giveKeyboardBack();
    }),
    bridge.on('window.close-asked', ({ openSessions }) => {
      update((state) => withQuestion(state, { kind: 'close-window', openSessions }));
      bridge.command('window.close-heard', {});
    }),
    bridge.on('notice', ({ text }) => notify(text)),
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

/** The active terminal's own title, else that of its settings or the name of its tab; empty without a tab. */
function titlesOf(state: ShellState): Tab['titles'] {
  const tab = activeTab(state);
  if (tab === null) return { title: '', iconTitle: '' };
  const { profile, name } = tab.session;
  const [own, named] = [tab.titles, profile.windowTitle || name];
  const title = own.title || named;
  return { title, iconTitle: profile.separateIconTitle ? own.iconTitle || named : title };
}
