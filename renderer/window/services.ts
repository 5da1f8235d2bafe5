import type { AppInfo, Bridge, ClipboardKind, SavedSessions } from '#contract/channels/channels.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { createFilesStore, type FilesStore } from '../files/files-store.ts';
import { followHighlights, type HighlightLibrary } from '../highlights/library.ts';
import { type Bindings, followBindings } from '../keys/bindings.ts';
import { createRunSnippet, type RunSnippet } from '../snippets/run-snippet.ts';
import { elsewhereOf, receiversOf } from '../tabs/broadcast.ts';
import { newTab } from '../tabs/new-tab.ts';
import { createSessionViews, type SessionViews } from '../terminal/session-views.ts';
import { watchSurroundings } from '../terminal/surroundings.ts';
import type { TerminalHost } from '../terminal/terminal-host.ts';
import { speak } from '../ui/language.ts';
import { type Actions, createActions } from './actions/actions.ts';
import { noticeOf } from './command-notices.ts';
import { followMain } from './follow-main.ts';
import { createPasteQuestions, type PasteQuestions } from './questions.ts';
import { activeTab, isConfiguring, sessionsOf } from './state.ts';
import { createShell, type Shell } from './store.ts';

import {
  withClipboardWrite,
  withLooseInTabs,
  withQuestion,
  withSession,
  withSize,
  withTab,
  withTitles,
  withUnread,
} from './transitions.ts';
import { triggerActions } from './trigger-actions.ts';

import { followBehaviour } from './window-behaviour.ts';
import { createWindowSize, type WindowSize } from './window-size.ts';

/** The parts of the window that live outside React. */
export interface Services {
  readonly bridge: Bridge;
  readonly info: AppInfo;
  readonly shell: Shell;
  readonly views: SessionViews;
  readonly actions: Actions;
  readonly files: FilesStore;
  readonly pasteQuestions: PasteQuestions;
  readonly runSnippet: RunSnippet;
  readonly windowSize: WindowSize;
  readonly bindings: Bindings;
  readonly highlights: HighlightLibrary;
  readonly dispose: () => void;
}

/** What main knew when the window started. */
export interface StartState {
  readonly info: AppInfo;
  readonly saved: SavedSessions;
  readonly sessions: readonly SessionSnapshot[];
  readonly tabs: readonly Tab[];
  /** The page was shown before: it was reloaded, or its renderer crashed. */
  readonly isReload: boolean;
}

/** Builds the window around the sessions that main holds already, and keeps it in step with main. */
export function createServices(bridge: Bridge, { info, saved, sessions, tabs, isReload }: StartState): Services {
  const shell = createShell(saved, info.language);
  const { store, update } = shell;
  const pasteQuestions = createPasteQuestions(shell);

  const bindings = followBindings(bridge, info.platform);
  const highlights = followHighlights(bridge);
  const windowSize = createWindowSize(bridge, isReload);

  const noticeOfCommand = noticeOf(bridge, store.getState);
  const hostFor = (id: SessionId): TerminalHost => ({
    platform: info.platform,
    readClipboard: async (from: ClipboardKind) => {
      const result = await bridge.request('clipboard.read', { from });
      return result.ok ? result.value : null;
    },
    writeClipboard: (to, text, rich) =>
      bridge.command('clipboard.write', { to, text, ...(rich === undefined ? {} : { rich }) }),
    confirmPaste: (text) => pasteQuestions.ask(id, text),
    openLink: (url) => void bridge.request('link.open', { url }),
    showMenu: () => actions.perform({ kind: 'show-menu' }),
    onTitles: (titles) => update((state) => withTitles(state, id, titles)),
    onDirectory: (directory) => {
      const own = store.getState().panes.get(id)?.session.profile.hostName ?? '';
      files.noteDirectory(id, directory, own);
    },
    onOutput: () => update((state) => withUnread(state, id, 'output')),
    onBell: () => update((state) => withUnread(state, id, 'bell')),
    readBellSound: async () => {
      const read = await bridge.request('session.bell-sound', { id });
      return read.ok ? read.value : null;
    },
    askAttention: () => bridge.command('window.attention', {}),
    highlightSets: highlights.store,
    onTriggered: (triggered) => actOnTrigger(id, triggered),
    onClipboardWrite: (write) => update((state) => withClipboardWrite(state, id, write)),
    onCommandEnded: (command) => noticeOfCommand(id, command),
    onUserInput: (input) => {
      const state = store.getState();
      for (const other of receiversOf(state, id)) views.get(other)?.receive(input);
      if (elsewhereOf(state, id).length > 0) bridge.command('broadcast.give', { id, input });
    },
    onResize: (size) => {
      bridge.command('session.resize', { id, ...size });
      update((state) => withSize(state, id, size));
    },
    // In the background, or beside others, it fits the window as that is.
    onSizeAsked: (size) => {
      const [view, tab] = [views.get(id), activeTab(store.getState())];
      if (view !== undefined && tab?.focused === id && tab.layout.kind !== 'split') windowSize.resize(view, size);
    },
    onRestart: () => actions.restart(id),
  });

  const views = createSessionViews({
    hostFor,
    watchSurroundings: (onChange) => watchSurroundings(bridge, onChange),
    attach: (id) => {
      void bridge.request('session.attach', { id }).then((result) => {
        if (!result.ok) shell.notify(result.failure.message);
      });
    },
  });
  const runSnippet = createRunSnippet({
    bridge,
    state: store.getState,
    view: views.get,
    ask: (asked) => update((state) => withQuestion(state, { kind: 'snippet', ...asked })),
  });
  const actOnTrigger = triggerActions({ bridge, state: store.getState, runSnippet });
  const files = createFilesStore(bridge);
  const actions = createActions({ bridge, shell, views, files });

  const unfollow = followMain({ bridge, shell, actions, views });
  const unfollowLanguage = bridge.on('language.changed', (language) => {
    speak(language);
    views.speak();
    update((state) => ({ ...state, language }));
  });
  const unfollowBehaviour = followBehaviour(bridge, shell);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.panes !== before.panes) views.sync(sessionsOf(state));
    if (state.tabs !== before.tabs) bridge.command('tabs.arrange', { tabs: state.tabs });
  });
  const now = performance.now();
  update((state) => sessions.reduce((before, session) => withSession(before, session, now), state));
  update((state) => {
    const whole = tabs.filter(({ layout }) => panesOf(layout).every((id) => state.panes.has(id)));
    return withLooseInTabs(whole.reduce(withTab, state), newTab);
  });
  if (saved.notice !== null && !isConfiguring(store.getState())) shell.notify(saved.notice);
  bridge.command('window.ready', {});

  return {
    bridge,
    info,
    shell,
    views,
    actions,
    files,
    pasteQuestions,
    runSnippet,
    windowSize,
    bindings,
    highlights,
    dispose: () => {
      unfollow();
      bindings.dispose();
      highlights.dispose();
      unfollowLanguage();
      unfollowBehaviour();
      unsubscribe();
      files.dispose();
      views.dispose();
    },
  };
}
