import type { TabTarget } from '#contract/channels/channels.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { Tab, TabId, WindowId } from '#contract/tabs/tab.ts';
import type { Desk } from '../session/desk.ts';
import type { Registry } from '../session/registry.ts';
import type { Windows } from '../windows/windows.ts';

/** Brings tabs to windows that have not opened them: those of the command line and the last run, and of other windows. */
export interface Dealer {
  /** To the window that was used last; while none listens, the tab waits for one. */
  readonly deal: (tab: Tab) => void;
  /** To a new window: those of one of the last run. */
  readonly dealToAnother: (tabs: readonly Tab[]) => void;
  /** A window has come to listen: it gets what waits. */
  readonly dealWaiting: (to: WindowId) => void;
  /** Takes a tab to another window, with all its sessions; a window that has no other then goes. */
  readonly move: (from: WindowId, id: TabId, target: TabTarget) => void;
  /** The window has closed: its tabs go to another one, or their sessions end. */
  readonly handleClosed: (window: WindowId, keepsTabs: boolean) => void;
}

interface DealerOptions {
  readonly desk: Desk;
  readonly registry: Pick<Registry, 'get' | 'remove'>;
  readonly windows: Windows;
}

export function createDealer({ desk, registry, windows }: DealerOptions): Dealer {
  const tell = (to: WindowId, tab: Tab) => {
    const sessions = panesOf(tab.layout).flatMap((id) => registry.get(id)?.snapshot() ?? []);
    windows.sendTo(to, 'tabs.given', { tab, sessions });
  };

  const targetOf = (from: WindowId, target: TabTarget): WindowId => {
    const others = windows.ids().filter((id) => id !== from);
    const wanted =
      target.kind === 'dropped'
        ? others.find((id) => isOver(windows.browserOf(id)?.getBounds(), target))
        : others.find((id) => target.kind === 'window' && id === target.id);
    return wanted ?? windows.openAnother();
  };

  return {
    deal: (tab) => {
      const to = windows.listening();
      desk.add(to, tab);
      if (to !== null) tell(to, tab);
    },
    dealToAnother: (tabs) => {
      const to = windows.openAnother();
      for (const tab of tabs) desk.add(to, tab);
    },
    dealWaiting: (to) => {
      for (const tab of desk.claim(to)) tell(to, tab);
    },
    move: (from, id, target) => {
      const tab = desk.tabsOf(from).find((one) => one.id === id);
      const isOnly = desk.tabsOf(from).length === 1;
      if (tab === undefined || (isOnly && target.kind === 'new')) return;
      const to = targetOf(from, target);
      desk.move(from, to, tab);
      windows.sendTo(from, 'tabs.taken', { id });
      // A window that has just been opened asks for its tabs itself.
      tell(to, tab);
      windows.focus(to);
      if (isOnly) windows.discard(from);
    },
    handleClosed: (window, keepsTabs) => {
      const to = windows.listening();
      for (const tab of desk.tabsOf(window)) {
        if (!keepsTabs || to === null) {
          for (const session of panesOf(tab.layout)) registry.remove(session);
        } else {
          desk.move(window, to, tab);
          tell(to, tab);
        }
      }
    },
  };
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const isOver = (bounds: Bounds | undefined, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  bounds !== undefined && x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
