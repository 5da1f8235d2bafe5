/** Longest item that OpenSSH's match_pattern_list takes. */
const maxItemLength = 1023;

/**
 * `*` stands for any characters, `?` for one. Goes back to the last star alone, so that no pattern takes longer than
 * its length times the name's.
 */
export function matchesWildcard(item: string, name: string): boolean {
  if (item.length > maxItemLength) return false;
  let [at, star, tried] = [0, -1, 0];
  for (let index = 0; index < name.length; ) {
    if (item[at] === '*') {
      [star, tried] = [at, index];
      at += 1;
    } else if (at < item.length && (item[at] === '?' || item[at] === name[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      tried += 1;
      [at, index] = [star + 1, tried];
    } else {
      return false;
    }
  }
  return /^\**$/.test(item.slice(at));
}
