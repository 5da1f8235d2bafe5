import { t } from '#contract/language/language.ts';
import type { ConfigRemark } from '#contract/saved/ssh-config.ts';
import { splitLine } from './words.ts';

/** Where something stands. */
export interface Place {
  /** As it is shown: the home folder is `~`. */
  readonly file: string;
  /** 1 for the first; 0 is the file as a whole. */
  readonly line: number;
}

export interface ConfigLine extends Place {
  /** In lower case. */
  readonly keyword: string;
  /** The keyword as it is spelt in the file. */
  readonly written: string;
  readonly rest: string;
  readonly words: readonly string[];
  /** What an Include names, in order. */
  readonly included: readonly ConfigFile[];
}

export interface ConfigFile {
  readonly lines: readonly ConfigLine[];
  /** What could not be read of it, and of the files that it includes. */
  readonly problems: readonly ConfigRemark[];
}

/** Reads the files that an Include names. */
export type ReadIncluded = (pattern: string) => readonly ConfigFile[];

/** Reads a file's text. Nothing in it is fatal: a line that makes no sense is a problem, and the others count. */
export function parseConfig(text: string, file: string, readIncluded: ReadIncluded): ConfigFile {
  const lines: ConfigLine[] = [];
  const problems: ConfigRemark[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const place = { file, line: index + 1 };
    const split = splitLine(index === 0 ? written.replace(/^\uFEFF/, '') : written);
    if (split === null) continue;
    if (split.words === null) problems.push({ ...place, text: t('A quotation mark is not closed.') });
    else if (split.rest === '')
      problems.push({ ...place, text: t('{keyword} needs a value.', { keyword: shown(split.keyword) }) });
    else {
      const keyword = split.keyword.toLowerCase();
      const included = keyword === 'include' ? split.words.flatMap(readIncluded) : [];
      for (const other of included) for (const problem of other.problems) problems.push(problem);
      lines.push({ ...place, keyword, written: shown(split.keyword), rest: split.rest, words: split.words, included });
    }
  }
  return { lines, problems };
}

/** Keywords are letters and digits; what else a file holds is not repeated at length. */
const shown = (keyword: string) => (/^\w{1,40}$/.test(keyword) ? keyword : t('What stands there'));
