import { type Language, languages } from './language.ts';

/** What the user wants the program to speak: what the system speaks, or one language. */
export type LanguageChoice = 'system' | Language;

export const languageChoices: readonly LanguageChoice[] = ['system', ...languages];

/** Each language in its own words, which stand in every other: who can't read the rest finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

/** Whatever is no choice is the system's. */
export const readLanguageChoice = (data: unknown): LanguageChoice =>
  languageChoices.find((choice) => choice === data) ?? 'system';

/** The first of the system's languages (BCP 47, or a locale of POSIX) that the program speaks; English without one. */
export const firstSpoken = (wanted: readonly string[]): Language =>
  wanted
    .map((tag) => languages.find((language) => /^[a-z]+/.exec(tag.toLowerCase())?.[0] === language))
    .find((language) => language !== undefined) ?? 'en';

/** POSIX' locale for messages: the first of these variables that says something, XBD 8.2. */
export const languageOfEnvironment = (environment: Readonly<Record<string, string | undefined>>): Language =>
  firstSpoken(
    [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG]
      .filter((value) => value !== undefined && value !== '')
      .slice(0, 1)
      .filter((value): value is string => value !== undefined && isUtf8(value)),
  );

/** What is said is UTF-8: a terminal of another character set gets English. */
const isUtf8 = (locale: string) => !locale.includes('.') || /\.utf-?8/i.test(locale);
