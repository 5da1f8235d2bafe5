import { changing, nothing, type Special } from './special.ts';

/** Classes of the characters for selecting a word by a double click, 32 to a key. */
const ownWordness: Readonly<Record<string, string>> = {
  Wordness0: '0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0',
  Wordness32: '0,1,2,1,1,1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,1,1',
  Wordness64: '1,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,2',
  Wordness96: '1,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,1',
  Wordness128: '1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1',
  Wordness160: '1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1',
  Wordness192: '2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,2,2,2,2,2,2,2,2',
  Wordness224: '2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,2,2,2,2,2,2,2,2',
};

/** Whether nobody changed it. */
const isOwnWordness = (key: string, saved: string | undefined): boolean =>
  saved === undefined || saved === ownWordness[key];

const wordnessKeys: readonly string[] = Object.keys(ownWordness);

/** The classes of a key where nobody changed them, separated by commas. */
const ownClasses = (key: string): string => ownWordness[key] ?? '';

/** The class that letters and digits have in PuTTY. */
const wordClass = '2';

/**
 * PuTTY's classes of the characters 0 to 255, 32 to a key. Here a character ends a word or does not: those of the
 * letters' class don't. A session whose classes nobody changed keeps Holdfast's own.
 */
export const wordness: Special = {
  keys: wordnessKeys,
  read: (keys) => {
    if (wordnessKeys.every((key) => isOwnWordness(key, keys(key)))) return nothing;
    const separators = wordnessKeys.flatMap((key, row) => {
      const classes = (keys(key) ?? ownClasses(key)).split(',');
      return classes.flatMap((name, column) => {
        const character = String.fromCharCode(row * 32 + column);
        return name !== wordClass && isPrintable.test(character) ? [character] : [];
      });
    });
    return changing({ wordSeparators: separators.join('') });
  },
};

const isPrintable = /[!-~\u00a1-\u00ff]/;
