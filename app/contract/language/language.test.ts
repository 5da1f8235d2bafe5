import { afterEach, describe, expect, it } from 'vitest';
import { englishSingulars } from './english-singulars.ts';
import { japanese } from './japanese.ts';
import { setLanguage, t } from './language.ts';

afterEach(() => setLanguage('en'));

describe('a text', () => {
  it('is its own English', () => {
    expect(t('Close')).toBe('Close');
    expect(t('A text: with dots. And $t(Close), and no translation')).toBe(
      'A text: with dots. And $t(Close), and no translation',
    );
  });

  it('is in Japanese once that is set', () => {
    setLanguage('ja');
    expect(t('Close')).toBe('閉じる');
  });

  it('stays English where the catalogue does not have it', () => {
    setLanguage('ja');
    expect(t('No catalogue has this.')).toBe('No catalogue has this.');
  });

  it('takes values, and leaves braces alone that have none', () => {
    expect(t('{what} of {all} {stays}', { what: 'one', all: 3 })).toBe('one of 3 {stays}');
  });

  it('counts in English', () => {
    const [singular = ''] = Object.keys(englishSingulars);
    const text = singular.replace(/_one$/, '');
    expect(t(text, { count: 1 })).toBe(englishSingulars[singular]?.replace('{count}', '1'));
    expect(t(text, { count: 2 })).toBe(text.replace('{count}', '2'));
    expect(t(text, { count: 0 })).toBe(text.replace('{count}', '0'));
  });

  it('has one form for all counts in Japanese', () => {
    setLanguage('ja');
    const text = Object.keys(englishSingulars)[0]?.replace(/_one$/, '') ?? '';
    expect(japanese[text]).toBeDefined();
    expect(t(text, { count: 1 })).toBe(japanese[text]?.replace('{count}', '1'));
  });
});

describe('a value from a server', () => {
  it.each(['$t(Close)', '{other}', '{-other}', '<b>&amp;</b>', 'nest', '__proto__', '$&', '{count, number}'])(
    'stays as it is: %s',
    (value) => {
      setLanguage('ja');
      expect(t('{host} says {other}', { host: value, other: 'it' })).toBe(`${value} says it`);
    },
  );

  it('does not act as an option of the library', () => {
    setLanguage('ja');
    const options = { lng: 'en', ns: 'x', context: 'y', defaultValue: 'z', postProcess: 'p', returnObjects: 'r' };
    expect(t('Close', options)).toBe('閉じる');
  });
});
