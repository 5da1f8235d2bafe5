import { expect, it } from 'vitest';
import { puttyChanges, puttySession } from './testing/putty-session.ts';

it.each([
  ['UTF-8', 'utf-8'],
  ['', 'utf-8'],
  ['ISO-8859-1:1998 (Latin-1, West Europe)', 'iso-8859-1'],
  ['ISO-8859-15:1999 (Latin-9, "euro")', 'iso-8859-15'],
  ['iso8859-2', 'iso-8859-2'],
  ['KOI8-U', 'koi8-u'],
  ['HP-ROMAN8', 'hp-roman8'],
  ['Win1251 (Cyrillic)', 'windows-1251'],
  ['CP1252', 'windows-1252'],
  ['CP437', 'cp437'],
  ['CP819', 'iso-8859-1'],
  ['Shift-JIS', 'shift-jis'],
  ['CP932', 'shift-jis'],
  ['EUC-JP', 'euc-jp'],
  ['cp949', 'euc-kr'],
  ['GBK', 'gbk'],
  ['Big5', 'big5'],
])("reads PuTTY's character set %j as %s", (name, set) => {
  expect(puttyChanges({ LineCodePage: name })).toMatchObject({ characterSet: set });
});

it("tells of a character set that isn't there", () => {
  const { unmapped, changes } = puttySession({ LineCodePage: 'CP620 (Mazovia)', TermWidth: '100' });
  expect(unmapped).toEqual([
    expect.objectContaining({
      key: 'LineCodePage',
      value: 'CP620 (Mazovia)',
      reason: expect.stringContaining('panel'),
    }),
  ]);
  expect(changes).not.toHaveProperty('characterSet');
});
