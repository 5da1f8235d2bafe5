import type { HighlightColour } from '#contract/settings/text-rule.ts';

/** Behind and of the text; each pair has a contrast of 7 to 1 or more, on any scheme. */
export const highlightColoursOf: Readonly<Record<HighlightColour, readonly [background: string, foreground: string]>> =
  {
    red: ['#8f1d1d', '#ffffff'],
    orange: ['#ffb86b', '#1a1a1a'],
    yellow: ['#f5e663', '#1a1a1a'],
    green: ['#1c5a2b', '#ffffff'],
    blue: ['#1b4a8a', '#ffffff'],
    purple: ['#5b2a86', '#ffffff'],
    grey: ['#4a4a4a', '#ffffff'],
  };
