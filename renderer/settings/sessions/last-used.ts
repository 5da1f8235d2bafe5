import { t } from '#contract/language/language.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** When something was last used, in words that fit a column: "5 min ago", "yesterday", a date. Times in ms since 1970. */
export function lastUsedWords(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago < 2 * minuteMs) return t('just now');
  if (ago < hourMs) return t('{n} min ago', { n: Math.floor(ago / minuteMs) });
  if (ago < dayMs) return t('{n} h ago', { n: Math.floor(ago / hourMs) });
  if (ago < 2 * dayMs) return t('yesterday');
  if (ago < 7 * dayMs) return t('{n} days ago', { n: Math.floor(ago / dayMs) });
  return new Date(at).toLocaleDateString();
}
