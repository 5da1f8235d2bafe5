import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { findCharacterSet } from './character-sets.ts';

type Name = Profile['characterSet'];

/** What glibc's iconv calls them, where it is not the setting's own name. */
const iconvNames: Partial<Record<Name, string>> = {
  'shift-jis': 'CP932',
  'euc-kr': 'UHC',
  gbk: 'CP936',
};

/**
 * Characters on which tables differ: doubles that Unicode has for one of the set's, letters that are no Vietnamese and
 * that glibc spells out in an order of its own, what browsers' Big5 has elsewhere, and what glibc 2.36 has after the
 * first edition of GB18030.
 */
const disputed: Partial<Record<Name, RegExp>> = {
  'windows-1258': /[\u1e4c-\u1e4f\u1e78\u1e79]/,
  'shift-jis': /[\u00a2\u00a3\u00a5\u00ac\u2014\u2016\u203e\u2212\u301c]/,
  'euc-jp': /[\u00a2\u00a3\u00a5\u00ac\u2014\u2016\u203e\u2116\u2212\u301c\uff5e]/,
  gb18030: /[\ufe10-\ufe19\u9fb4-\u9fbb]/,
  big5: /[\u2550\u255e\u2561\u256a\u2593\u4edd]/,
};

/** Neither controls, nor halves of pairs, nor what each vendor has of its own. */
const isCharacter = (code: number) =>
  code >= 0xa0 && !(code >= 0xd800 && code < 0xf900) && !(code >= 0xfdd0 && code <= 0xfdef) && code < 0xfffe;
const planeZero = Array.from({ length: 0x10000 }, (_, code) => code).filter(isCharacter);

const iconv = (from: string, to: string, input: string | Uint8Array) =>
  execFileSync('iconv', ['-c', '-f', from, '-t', to], { input, maxBuffer: 1 << 26, stdio: ['pipe', 'pipe', 'ignore'] });

/** The characters that iconv has in this set, each on a line of its own: a letter and its mark stay apart. */
function corpusOf(name: Name): string {
  const all = planeZero.map((code) => String.fromCodePoint(code)).filter((one) => disputed[name]?.test(one) !== true);
  const set = iconvNames[name] ?? name;
  const lines = iconv('UTF-8', set, all.join('\n')).toString('latin1').split('\n');
  return all.filter((_, index) => lines[index] !== '').join('\n');
}

const setOf = (name: Name) => {
  const set = findCharacterSet(name);
  if (set === null) throw new Error(`${name} has no set`);
  return set;
};

/** Read in pieces of every length up to seven bytes, so that characters are split at each of their bytes. */
function readInPieces(name: Name, bytes: Uint8Array): string {
  const read = setOf(name).reader();
  const pieces: Uint8Array[] = [];
  for (let start = 0, length = 1; start < bytes.length; start += length, length = (length % 7) + 1) {
    pieces.push(read(bytes.subarray(start, start + length)));
  }
  return Buffer.concat(pieces).toString('utf8');
}

const names = settingsTable.characterSet.choices.map(({ value }) => value).filter((value) => value !== 'utf-8');

describe.each(names)('%s, beside iconv', (name) => {
  const corpus = corpusOf(name);
  const set = iconvNames[name] ?? name;

  it('reads what iconv writes', () => {
    expect(corpus.length).toBeGreaterThan(100);
    // What iconv writes as a letter and a mark is two characters, which mean the same.
    expect(readInPieces(name, iconv('UTF-8', set, corpus)).normalize('NFC')).toBe(corpus.normalize('NFC'));
  });

  it('writes what iconv reads', () => {
    const { bytes, isWhole } = setOf(name).encode(corpus);
    expect(isWhole).toBe(true);
    expect(iconv(set, 'UTF-8', bytes).toString('utf8').normalize('NFC')).toBe(corpus.normalize('NFC'));
  });

  it('says when it lacks a character, and puts one question mark in its place', () => {
    const lacking = setOf(name).encode('a\u{1f600}?\u0ab0');
    if (name === 'gb18030') return expect(lacking.isWhole).toBe(true);
    expect(lacking.isWhole).toBe(false);
    expect(Buffer.from(lacking.bytes).toString('latin1')).toBe('a???');
  });
});

describe('the Japanese sets', () => {
  it.each([
    ['shift-jis', '8160 8160 817c 8191'],
    ['euc-jp', 'a1c1 a1c1 a1dd a1f1'],
  ] as const)('write %s for either of two characters that mean one of theirs', (name, hex) => {
    const { bytes } = setOf(name).encode('\u301c\uff5e\u2212\u00a2');
    expect(Buffer.from(bytes).toString('hex')).toBe(hex.replaceAll(' ', ''));
  });
});
