import { type Found, readPattern, type TextPattern } from '../rules/text-pattern.ts';

export interface SearchQuery {
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  readonly isRegex: boolean;
}

export type FindAll = TextPattern['findAll'];

/**
 * What finds the query in a line, in a time that grows with the line alone, whatever was typed; null if it should be a
 * regular expression and is none.
 */
export function readQuery({ text, caseSensitive, wholeWord, isRegex }: SearchQuery): FindAll | null {
  const findAll = isRegex ? readPattern(caseSensitive ? text : `(?i)${text}`)?.findAll : literal(text, caseSensitive);
  if (findAll === undefined) return null;
  return wholeWord ? (line) => findAll(line).filter((found) => isWhole(line, found)) : findAll;
}

function literal(text: string, caseSensitive: boolean): FindAll {
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), caseSensitive ? 'gu' : 'giu');
  return (line) =>
    Array.from(line.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** A letter, a digit, a mark on one, or an underscore. */
const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/** Neither end is in the middle of a word. */
function isWhole(line: string, { start, end }: Found): boolean {
  const isWord = (at: number) => wordCharacter.test(line.charAt(at));
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end - 1) && isWord(end));
}
