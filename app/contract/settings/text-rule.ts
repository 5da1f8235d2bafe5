/** Colours of a match, as they are called in the dialog. */
export const highlightColours = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;

export type HighlightColour = (typeof highlightColours)[number];

export const ruleColours = ['none', ...highlightColours] as const;

export type RuleColour = (typeof ruleColours)[number];

/** What to look for in a line of output, and what to do where it is found. */
export interface TextRule {
  /** A regular expression in RE2's syntax, which takes linear time whatever a server prints. */
  readonly pattern: string;
  readonly colour: RuleColour;
  /** Tells on the desktop when it appears in a tab that isn't seen. */
  readonly notify: boolean;
  /** Name of the snippet to type, or empty. */
  readonly snippet: string;
}

/** Characters at most in a pattern. */
export const maxPatternLength = 256;
