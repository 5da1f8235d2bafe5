import type { SearchResults } from './search.ts';

/** Matches that the search addon counts at most; from there on it says how many there are at least. */
export const maxCounted = 1000;

/** How many matches there are, and which one is shown. */
export function searchWords({ index, count }: SearchResults): string {
  if (count === 0) return 'No matches';
  const total = count >= maxCounted ? `${maxCounted}+` : String(count);
  return index < 0 ? `${total} matches` : `${index + 1} of ${total}`;
}
