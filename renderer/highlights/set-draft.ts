import { type HighlightChanges, type HighlightSet, highlightSetRefusal } from '#contract/highlights/highlight-set.ts';

/** The sets as they will be kept: without rows that were left empty. */
export const keptSets = (sets: readonly HighlightSet[]): readonly HighlightSet[] =>
  sets.map(({ id, name, highlights }) => ({
    id,
    name: name.trim(),
    highlights: highlights.filter(({ pattern }) => pattern.trim() !== ''),
  }));

/** The first set that can't be kept, and why; null if all can. */
export function firstRefusal(sets: readonly HighlightSet[]): { readonly id: string; readonly reason: string } | null {
  const refusals = sets.map((set) => ({ id: set.id, reason: highlightSetRefusal(set) }));
  const refused = refusals.find(({ reason }) => reason !== null);
  return refused === undefined || refused.reason === null ? null : { id: refused.id, reason: refused.reason };
}

/** What was made of the sets that there were: the others may be changed elsewhere meanwhile. */
export function changesSince(before: readonly HighlightSet[], sets: readonly HighlightSet[]): HighlightChanges {
  const isSame = (one: HighlightSet, other: HighlightSet) => JSON.stringify(one) === JSON.stringify(other);
  return {
    changed: sets.filter((set) => !before.some((old) => isSame(old, set))),
    removed: before.flatMap(({ id }) => (sets.some((set) => set.id === id) ? [] : [id])),
  };
}
