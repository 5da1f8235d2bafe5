/** A line of a configuration, taken apart as OpenSSH does: a keyword, then words. */
export interface SplitLine {
  /** As it was written. */
  readonly keyword: string;
  /** All that follows the keyword, for those that take a command as it stands. */
  readonly rest: string;
  /** Null where a quotation mark is not closed. */
  readonly words: readonly string[] | null;
}

const blanks = /^[ \t\r]*/;

/** Not by an expression that is tried at each blank: a long run of them in the middle of a line would take minutes. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r\n\f'.includes(line[end - 1] as string)) end -= 1;
  return line.slice(0, end);
}

/** Splits a line; null for one that is empty or a comment. The keyword ends at a blank, or at one "=" with blanks around it. */
export function splitLine(line: string): SplitLine | null {
  const text = withoutEnd(line).replace(blanks, '');
  if (text === '' || text.startsWith('#')) return null;
  const { word: keyword, rest } = firstWord(text);
  return { keyword, rest, words: splitWords(rest) };
}

/** A word that ends at a blank or at one "=", without its double quotes, and what follows. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const quoted = /^"([^"]*)"[ \t\r]*(.*)$/s.exec(text);
  if (quoted !== null) return { word: quoted[1] ?? '', rest: quoted[2] ?? '' };
  const plain = /^([^ \t\r=]*)(?:[ \t\r]*=[ \t\r]*|[ \t\r]+|$)(.*)$/s.exec(text);
  return { word: plain?.[1] ?? text, rest: plain?.[2] ?? '' };
}

/**
 * Splits at blanks. Single and double quotes hold blanks together, a backslash takes the meaning from a quote, a
 * backslash, and outside of quotes a blank; a word that begins with # ends the line. Null: a quote is not closed.
 */
function splitWords(text: string): readonly string[] | null {
  const words: string[] = [];
  let index = 0;
  for (;;) {
    while (text[index] === ' ' || text[index] === '\t') index += 1;
    if (index >= text.length || text[index] === '#') return words;
    const read = readWord(text, index);
    if (read === null) return null;
    words.push(read.word);
    index = read.end;
  }
}

function readWord(text: string, start: number): { readonly word: string; readonly end: number } | null {
  let word = '';
  let quote = '';
  let index = start;
  for (; index < text.length; index += 1) {
    const character = text[index] as string;
    const next = text[index + 1] ?? '';
    if (character === '\\' && (isEscapable(next) || (quote === '' && next === ' '))) {
      index += 1;
      word += next;
    } else if (quote === '' && (character === ' ' || character === '\t')) break;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    else word += character;
  }
  return quote === '' ? { word, end: index } : null;
}

const isEscapable = (character: string) => character === "'" || character === '"' || character === '\\';
