import { matchesWildcard } from '../ssh/wildcard.ts';

/** Whether a text fits a pattern of `*` and `?` (ssh_config(5), PATTERNS). */
export const fitsPattern = (text: string, pattern: string): boolean => matchesWildcard(pattern, text);

/** Whether a text fits one of a list, and none of those with "!". A list of negations alone fits nothing. */
export function fitsPatterns(text: string, patterns: readonly string[]): boolean {
  const isRefused = patterns.some((pattern) => pattern.startsWith('!') && fitsPattern(text, pattern.slice(1)));
  return !isRefused && patterns.some((pattern) => !pattern.startsWith('!') && fitsPattern(text, pattern));
}
