import { useMemo } from 'react';
import { lastUsedWords } from './last-used.ts';
import { type RecentsSource, useRecents } from './use-recents.ts';

/** Says when a session was last used, in words; empty where that is not known. The same function until that changes. */
export function useLastUsed(source: RecentsSource): (name: string) => string {
  const { used } = useRecents(source);
  return useMemo(() => {
    const times = new Map(used.map(({ name, at }) => [name, at]));
    return (name: string) => {
      const at = times.get(name);
      return at === undefined ? '' : lastUsedWords(at, Date.now());
    };
  }, [used]);
}
