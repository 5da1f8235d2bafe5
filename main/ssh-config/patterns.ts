/** Whether a text fits a pattern of `*` and `?` (ssh_config(5), PATTERNS). Takes time of the product of their lengths at most. */
export function fitsPattern(text: string, pattern: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let index = 0;
  while (index < text.length) {
    if (pattern[at] === '*') {
      star = at;
      retry = index;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      index = retry;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** Whether a text fits one of a list, and none of those with "!". A list of negations alone fits nothing. */
export function fitsPatterns(text: string, patterns: readonly string[]): boolean {
  const isRefused = patterns.some((pattern) => pattern.startsWith('!') && fitsPattern(text, pattern.slice(1)));
  return !isRefused && patterns.some((pattern) => !pattern.startsWith('!') && fitsPattern(text, pattern));
}
