import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '#contract/channels/channels.ts';
import type { HighlightChanges, HighlightSet } from '#contract/highlights/highlight-set.ts';

/** The highlight sets that the user has made, as they are in every window. */
export interface HighlightLibrary {
  readonly store: StoreApi<readonly HighlightSet[]>;
  /** Why they could not be kept, as a sentence; null if they were. */
  readonly change: (changes: HighlightChanges) => Promise<string | null>;
  readonly dispose: () => void;
}

/** Follows main, which keeps them; until it has told, there are none. */
export function followHighlights(bridge: Pick<Bridge, 'request' | 'on'>): HighlightLibrary {
  const store = createStore<readonly HighlightSet[]>(() => []);
  const take = (sets: readonly HighlightSet[]) => store.setState(sets, true);
  void bridge.request('highlights.list', {}).then((read) => read.ok && take(read.value));
  return {
    store,
    change: async (changes) => {
      const kept = await bridge.request('highlights.change', changes);
      if (kept.ok) take(kept.value);
      return kept.ok ? null : kept.failure.message;
    },
    dispose: bridge.on('highlights.changed', take),
  };
}
