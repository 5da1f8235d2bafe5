import { t } from '../language/language.ts';
import { maxPatternLength, ruleColours, type TextRule } from '../settings/text-rule.ts';

const maxNameLength = 64;

/** Why this is no list of rules, or null. Whether a pattern can be read is seen where it is used. */
export function textRulesRefusal(value: unknown, maxItems: number): string | null {
  if (!Array.isArray(value) || !value.every(isTextRule))
    return t('Enter patterns, and what to do where they are found.');
  if (value.length > maxItems) return t('Enter at most {maxItems} lines.', { maxItems });
  if (value.some(({ pattern }) => pattern.trim() === '')) return t('A pattern is missing.');
  const isTooLong = value.some(
    ({ pattern, snippet }) => pattern.length > maxPatternLength || snippet.length > maxNameLength,
  );
  return isTooLong ? t('A pattern has at most {max} characters.', { max: maxPatternLength }) : null;
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
