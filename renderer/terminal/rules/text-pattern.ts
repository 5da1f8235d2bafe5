import { RE2JS } from 're2js';

/** Where a pattern was found, in UTF-16 units of the text. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** A regular expression that takes linear time, whatever it is and whatever it meets. */
export interface TextPattern {
  readonly isIn: (text: string) => boolean;
  /** All that is found, from left to right; nothing empty. */
  readonly findAll: (text: string) => readonly Found[];
}

/** Null if RE2 cannot read it: it has no look-around and no back-references. */
export function readPattern(pattern: string): TextPattern | null {
  try {
    const compiled = RE2JS.compile(pattern);
    return {
      isIn: (text) => compiled.matcher(text).find(),
      findAll: (text) => {
        const matcher = compiled.matcher(text);
        const found: Found[] = [];
        while (matcher.find()) {
          if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() });
        }
        return found;
      },
    };
  } catch {
    return null;
  }
}
