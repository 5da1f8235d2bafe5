import { describe, expect, it } from 'vitest';
import { firstSpoken, languageOfEnvironment, readLanguageChoice } from './choice.ts';

describe('the language of the system', () => {
  it.each([
    [['ja'], 'ja'],
    [['ja-JP', 'en-US'], 'ja'],
    [['fr-FR', 'ja-JP', 'en-US'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['fr', 'de'], 'en'],
    [['jam-JM'], 'en'],
    [[], 'en'],
  ])('is the first of %j that is spoken: %s', (wanted, language) => {
    expect(firstSpoken(wanted)).toBe(language);
  });
});

describe('the language of a terminal', () => {
  it.each([
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'en_GB' }, 'ja'],
    [{ LANG: 'ja_JP.eucJP' }, 'en'],
    [{}, 'en'],
  ])('is that of %j: %s', (environment, language) => {
    expect(languageOfEnvironment(environment)).toBe(language);
  });
});

describe('the choice of a language', () => {
  it.each(['ja', 'en', 'system'])('is kept as %s', (choice) => expect(readLanguageChoice(choice)).toBe(choice));
  it.each([null, 'fr', 1, undefined, {}])('is the system where it is %j', (data) =>
    expect(readLanguageChoice(data)).toBe('system'),
  );
});
