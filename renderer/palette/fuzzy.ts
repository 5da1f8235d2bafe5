/**
 * How well a text fits what was typed: all of its characters, in order, whatever stands between. Null if it doesn't.
 * Greater is better: beginnings of words and neighbours count more, and so do short texts.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const wanted = typed.toLowerCase().replaceAll(/\s+/g, '');
  const lower = text.toLowerCase();
  let at = -1;
  let score = 0;
  for (const character of wanted) {
    const next = bestPlace(lower, character, at + 1);
    if (next === -1) return null;
    if (next === at + 1) score += 3;
    else if (isWordStart(lower, next)) score += 2;
    at = next;
  }
  return score - text.length / 1000;
}

/** The items that fit, the best first; all of them, as they were, where nothing was typed. */
export function fuzzyFind<T>(typed: string, items: readonly T[], textOf: (item: T) => string): readonly T[] {
  if (typed.trim() === '') return items;
  return items
    .map((item) => ({ item, score: fuzzyScore(typed, textOf(item)) }))
    .filter((found): found is { item: T; score: number } => found.score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** The next place, or the beginning of a word a little further on. */
function bestPlace(text: string, character: string, from: number): number {
  const next = text.indexOf(character, from);
  if (next === -1 || next === from || isWordStart(text, next)) return next;
  for (let at = next; at !== -1; at = text.indexOf(character, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return next;
}

const isWordStart = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
