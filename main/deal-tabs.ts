import { panesOf } from '#contract/layout.ts';
import type { Tab } from '#contract/tab.ts';
import type { Desk } from './session/desk.ts';
import type { Registry } from './session/registry.ts';
import type { MainWindow } from './windows/main-window.ts';

/** Brings tabs to a window that it has not opened itself: of the command line, of links, and of the last run. */
export interface Dealer {
  /** To the window that listens; while there is none, the tab waits for one. */
  readonly deal: (tab: Tab) => void;
  /** A window has come to listen: it gets what waits. */
  readonly dealWaiting: () => void;
}

interface DealerOptions {
  readonly desk: Desk;
  readonly registry: Pick<Registry, 'get'>;
  readonly window: Pick<MainWindow, 'listening' | 'send'>;
}

export function createDealer({ desk, registry, window }: DealerOptions): Dealer {
  const tell = (tab: Tab) => {
    const sessions = panesOf(tab.layout).flatMap((id) => registry.get(id)?.snapshot() ?? []);
    window.send('tabs.given', { tab, sessions });
  };
  return {
    deal: (tab) => {
      const to = window.listening();
      desk.add(to, tab);
      if (to !== null) tell(tab);
    },
    dealWaiting: () => {
      const to = window.listening();
      if (to !== null) desk.claim(to).forEach(tell);
    },
  };
}
