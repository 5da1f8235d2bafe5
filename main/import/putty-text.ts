import { t } from '#contract/language/language.ts';
import { settingsTable } from '#contract/settings-table.ts';
import { isOwnWordness, ownClasses, wordnessKeys } from './putty-looks.ts';
import type { Special } from './putty-special.ts';

const { characterSet } = settingsTable;

/** Names that PuTTY has beside those of the setting's labels, or had, or takes as they are typed. */
const otherNames: Readonly<Record<string, (typeof characterSet)['choices'][number]['value']>> = {
  '': 'utf-8',
  cp65001: 'utf-8',
  cp819: 'iso-8859-1',
  cp878: 'koi8-r',
  cp932: 'shift-jis',
  sjis: 'shift-jis',
  cp936: 'gbk',
  gb2312: 'gbk',
  euccn: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp51932: 'euc-jp',
  cp51949: 'euc-kr',
  cp54936: 'gb18030',
};

/** `ISO-8859-1:1998 (Latin-1, West Europe)` is `iso88591`: years differ, and what is in brackets says the same again. */
const plainName = (name: string) =>
  name
    .replace(/[:(].*/s, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

const setsByName = new Map([
  ...Object.entries(otherNames),
  ...characterSet.choices.flatMap(({ value, label }) => [
    [plainName(value), value] as const,
    [plainName(label), value] as const,
  ]),
  // Windows' own numbers: Win1252, CP1252, windows-1252.
  ...characterSet.choices
    .filter(({ value }) => value.startsWith('windows-'))
    .map(({ value }) => [value.replace('windows-', 'cp'), value] as const),
]);

/** PuTTY takes the names of many sets, in whatever case and with or without hyphens. */
export const lineCodePage: Special = {
  keys: ['LineCodePage'],
  read: (keys) => {
    const name = keys('LineCodePage');
    if (name === undefined) return { changes: {}, unmapped: [] };
    const found = setsByName.get(plainName(name));
    if (found !== undefined) return { changes: { characterSet: found }, unmapped: [] };
    const reason = t('Holdfast does not have this character set: choose one in the Translation panel.');
    return { changes: {}, unmapped: [{ key: 'LineCodePage', value: name, reason }] };
  },
};

/** PuTTY's own `none` is nobody's choice: Ctrl+Shift+C and V stay what they are here. */
export const letterKeys: Special = {
  keys: ['CtrlShiftCV'],
  read: (keys) => {
    const value = keys('CtrlShiftCV');
    if (value === 'implicit' || value === 'explicit') return { changes: { letterKeys: value }, unmapped: [] };
    if (value === undefined || value === 'none') return { changes: {}, unmapped: [] };
    return { changes: {}, unmapped: [{ key: 'CtrlShiftCV', value, reason: t('This value is not known.') }] };
  },
};

/** The class that letters and digits have in PuTTY. */
const wordClass = '2';

/**
 * PuTTY's classes of the characters 0 to 255, 32 to a key. Here a character ends a word or does not: those of the
 * letters' class don't. A session whose classes nobody changed keeps Holdfast's own.
 */
export const wordness: Special = {
  keys: wordnessKeys,
  read: (keys) => {
    if (wordnessKeys.every((key) => isOwnWordness(key, keys(key)))) return { changes: {}, unmapped: [] };
    const separators = wordnessKeys.flatMap((key, row) => {
      const classes = (keys(key) ?? ownClasses(key)).split(',');
      return classes.flatMap((name, column) => {
        const character = String.fromCharCode(row * 32 + column);
        return name !== wordClass && isPrintable.test(character) ? [character] : [];
      });
    });
    return { changes: { wordSeparators: separators.join('') }, unmapped: [] };
  },
};

const isPrintable = /[!-~\u00a1-\u00ff]/;
