import iconv from 'iconv-lite';

/** Sets of more than one byte to a character. */
const wideSets: readonly string[] = ['shift-jis', 'euc-jp', 'euc-kr', 'gbk', 'gb18030', 'big5'];

/** Sets that write some letters as a letter and a mark: Hebrew and Vietnamese. */
const setsOfMarks: readonly string[] = ['windows-1255', 'windows-1258'];

/**
 * Characters that Unicode has twice for one of the East Asian sets: what Unix and macOS input methods type, and what
 * Windows' tables, which iconv-lite follows, have in its place.
 */
const doubles: Readonly<Record<string, string>> = {
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u2212': '\uff0d',
  '\u301c': '\uff5e',
};

/** Half of a surrogate pair: no set has it. */
const lacking = '\ud800';

/** The text with what iconv-lite cannot find in a set replaced by what stands for it there. */
export function encodable(set: string, text: string): string {
  if (wideSets.includes(set)) {
    return text.replace(/[\u00a2\u00a3\u00ac\u2014\u2016\u2212\u301c]/g, (one) =>
      isIn(set, one) ? one : (doubles[one] ?? one),
    );
  }
  // iconv-lite has a byte for each half of a pair, and one for U+FFFD; they are to come to one question mark.
  const known = text.replace(/[\u{10000}-\u{10ffff}\ufffd]/gu, lacking);
  return setsOfMarks.includes(set) ? known.replace(/[\u0080-\uffff]/g, (one) => inMarks(set, one)) : known;
}

/** The letter without one of its marks, and that mark: the first such pair that the set has. */
function inMarks(set: string, letter: string): string {
  if (isIn(set, letter)) return letter;
  const [base = '', ...marks] = letter.normalize('NFD');
  const ways = marks.map((mark, at) => [base, ...marks.toSpliced(at, 1)].join('').normalize('NFC') + mark);
  return [...ways, [base, ...marks].join('')].find((way) => [...way].every((one) => isIn(set, one))) ?? letter;
}

const isIn = (set: string, character: string) => iconv.decode(iconv.encode(character, set), set) === character;
