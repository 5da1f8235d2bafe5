import { t } from '#contract/language/language.ts';

/** Matches that are counted at most; from there on it is said how many there are at least. */
export const maxCounted = 10_000;

/** `index` is zero-based, or -1 while none of the matches is the current one. */
export type SearchResults =
  | { readonly kind: 'found'; readonly index: number; readonly count: number }
  /** What was typed is no regular expression. */
  | { readonly kind: 'no-regex' };

/** How many matches there are, and which one is shown. */
export function searchWords(results: SearchResults): string {
  if (results.kind === 'no-regex') return t('Not a valid regex');
  const { index, count } = results;
  if (count === 0) return t('No matches');
  const total = count >= maxCounted ? `${maxCounted}+` : String(count);
  return index < 0 ? t('{total} matches', { total }) : t('{n} of {total}', { n: index + 1, total });
}
