const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** When something was last used, in words that fit a column: "5 min ago", "yesterday", a date. Times in ms since 1970. */
export function lastUsedWords(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago < 2 * minuteMs) return 'just now';
  if (ago < hourMs) return `${Math.floor(ago / minuteMs)} min ago`;
  if (ago < dayMs) return `${Math.floor(ago / hourMs)} h ago`;
  if (ago < 2 * dayMs) return 'yesterday';
  if (ago < 7 * dayMs) return `${Math.floor(ago / dayMs)} days ago`;
  return new Date(at).toLocaleDateString();
}
