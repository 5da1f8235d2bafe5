/** Colours of a match, as they are called in the dialog. */
export const ruleColours = ['none', 'red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;

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

const maxPatternLength = 256;
const maxNameLength = 64;

/** Why this is no list of rules, or null. Whether a pattern can be read is seen where it is used. */
export function textRulesRefusal(value: unknown, maxItems: number): string | null {
  if (!Array.isArray(value) || !value.every(isTextRule)) return 'Enter patterns, and what to do where they are found.';
  if (value.length > maxItems) return `Enter at most ${maxItems} lines.`;
  if (value.some(({ pattern }) => pattern.trim() === '')) return 'A pattern is missing.';
  const isTooLong = value.some(
    ({ pattern, snippet }) => pattern.length > maxPatternLength || snippet.length > maxNameLength,
  );
  return isTooLong ? `A pattern has at most ${maxPatternLength} characters.` : null;
}

function isTextRule(item: unknown): item is TextRule {
  if (typeof item !== 'object' || item === null || Object.keys(item).length !== 4) return false;
  const { pattern, colour, notify, snippet } = item as Record<keyof TextRule, unknown>;
  return (
    typeof pattern === 'string' &&
    ruleColours.some((name) => name === colour) &&
    typeof notify === 'boolean' &&
    typeof snippet === 'string'
  );
}
