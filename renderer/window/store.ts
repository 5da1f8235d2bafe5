import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SavedSessions } from '#contract/channels/channels.ts';
import type { Language } from '#contract/language/language.ts';
import type { ShellState } from './state.ts';

/** The state of the window. Changed only through {@link Shell.update} by the steps of transitions.ts. */
export interface Shell {
  readonly store: StoreApi<ShellState>;
  readonly update: (step: (state: ShellState) => ShellState) => void;
  /** Shows a sentence that belongs to no session, until the user dismisses it. */
  readonly notify: (text: string) => void;
  /** The same for one that nobody needs to act upon: it goes by itself. */
  readonly tell: (text: string) => void;
}

/** Notices kept at a time; an older one gives way. */
const maxNotices = 3;

export function createShell(saved: SavedSessions, language: Language = 'en'): Shell {
  const store = createStore<ShellState>(() => ({
    panes: new Map(),
    tabs: [],
    activeId: null,
    broadcast: { kind: 'off' },
    group: [],
    overlay: { kind: 'none' },
    question: { kind: 'none' },
    saved,
    notices: [],
    language,
  }));
  let nextKey = 0;
  const add = (text: string, stays: boolean) => {
    const notice = { key: nextKey, text, stays };
    nextKey += 1;
    store.setState(({ notices }) => ({
      notices: [...notices.filter((other) => other.text !== text), notice].slice(-maxNotices),
    }));
  };

  return {
    store,
    update: (step) => store.setState(step, true),
    notify: (text) => add(text, true),
    tell: (text) => add(text, false),
  };
}
