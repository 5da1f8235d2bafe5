import { t } from '#contract/language/language.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { changing, leavingOut, nothing, type Special } from './special.ts';

const { choices } = settingsTable.characterSet;

/** Names that PuTTY has beside those of the setting's labels, or had, or takes as they are typed. */
const otherNames: Readonly<Record<string, (typeof choices)[number]['value']>> = {
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
  ...choices.flatMap(({ value, label }) => [[plainName(value), value] as const, [plainName(label), value] as const]),
  // Windows' own numbers: Win1252, CP1252, windows-1252.
  ...choices
    .filter(({ value }) => value.startsWith('windows-'))
    .map(({ value }) => [value.replace('windows-', 'cp'), value] as const),
]);

/** PuTTY takes the names of many sets, in whatever case and with or without hyphens. */
export const characterSet: Special = {
  keys: ['LineCodePage'],
  read: (keys) => {
    const name = keys('LineCodePage');
    if (name === undefined) return nothing;
    const found = setsByName.get(plainName(name));
    if (found !== undefined) return changing({ characterSet: found });
    const reason = t('Holdfast does not have this character set: choose one in the Translation panel.');
    return leavingOut('LineCodePage', name, reason);
  },
};
