import { builtInHighlightSets } from '#contract/highlights/built-in-highlights.ts';
import { type Highlight, type HighlightSet, switchedOn } from '#contract/highlights/highlight-set.ts';
import type { Profile } from '#contract/profile/profile.ts';

/** The user's highlight sets, which may change at any time. */
export interface HighlightSource {
  readonly getState: () => readonly HighlightSet[];
  /** Calls back after each change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Patterns at most that sets bring to one terminal: each is looked for on every line of the screen. */
export const maxSetHighlights = 100;

/** What a session highlights: by its own rules first, which lie above those of the sets. */
export const highlightsOf = (profile: Profile, own: readonly HighlightSet[]): readonly Highlight[] => [
  ...profile.textRules.flatMap(({ pattern, colour }) => (colour === 'none' ? [] : [{ pattern, colour }])),
  ...ofSets(own, profile.highlightSets).slice(0, maxSetHighlights),
];

/** All patterns of the sets with these ids, the user's own before those that are built in. */
export const ofSets = (own: readonly HighlightSet[], ids: readonly string[]): readonly Highlight[] =>
  switchedOn([...own, ...builtInHighlightSets()], [{ highlightSets: ids }]).flatMap(({ highlights }) => highlights);
