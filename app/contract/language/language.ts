import { createInstance } from 'i18next';
import { englishSingulars } from './english-singulars.ts';
import { japanese } from './japanese.ts';

/** The languages that the program speaks. */
export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];

/** What an English text has in braces, by its name. `count` chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

const i18n = createInstance({
  lng: 'en',
  fallbackLng: false,
  resources: { en: { translation: englishSingulars }, ja: { translation: japanese } },
  // English texts are the keys: dots and colons in them divide nothing.
  keySeparator: false,
  nsSeparator: false,
  interpolation: {
    prefix: '{',
    suffix: '}',
    // React escapes what it shows; menus and system dialogs take plain text.
    escapeValue: false,
  },
  initAsync: false,
});
void i18n.init();

const speakers = { en: i18n.getFixedT('en'), ja: i18n.getFixedT('ja') } as const satisfies Record<Language, unknown>;

let speak = speakers.en;

/** The language of all that is said from now on; English until then. A page sets it once, before it shows anything. */
export function setLanguage(language: Language): void {
  speak = speakers[language];
}

/**
 * An English text in the language that is set. Values stand in for `{name}`; a text from a server is a value and never
 * a part of the text: what looks like a placeholder or a reference in it stays as it is.
 *
 * Called while a module is evaluated it would speak English for good; mark texts of tables with {@link english}.
 */
export const t = (text: string, values: Values = {}): string => say(speak, text, values);

const say = (speaker: typeof speak, text: string, values: Values): string =>
  speaker(text, { replace: values, nest: false, ...(typeof values.count === 'number' ? { count: values.count } : {}) });

/** What {@link t} says in English, whatever the language is: for the Event Log. */
export const inEnglish = (text: string, values: Values = {}): string => say(speakers.en, text, values);

/** Marks a text, or those of a table, as one that {@link t} is given where it is shown. */
export const english = <Texts extends string | Readonly<Record<string, string>>>(texts: Texts): Texts => texts;
