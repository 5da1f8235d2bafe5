import { useEffect, useState } from 'react';
import type { Bridge } from '#contract/channels/channels.ts';
import type { Recents } from '#contract/saved/recents.ts';

/** Where to learn what was used of late. */
export interface RecentsSource {
  readonly list: () => Promise<Recents>;
  /** Calls back on each change until the returned function is called. */
  readonly subscribe: (listener: (recents: Recents) => void) => () => void;
}

export const noRecents: Recents = { used: [], typed: [] };

export const recentsSourceOf = (bridge: Pick<Bridge, 'request' | 'on'>): RecentsSource => ({
  list: async () => {
    const result = await bridge.request('recents.list', {});
    return result.ok ? result.value : noRecents;
  },
  subscribe: (listener) => bridge.on('recents.changed', listener),
});

/** What was used of late, kept current. */
export function useRecents(source: RecentsSource): Recents {
  const [recents, setRecents] = useState(noRecents);
  useEffect(() => {
    const stop = source.subscribe(setRecents);
    void source.list().then(setRecents);
    return stop;
  }, [source]);
  return recents;
}
