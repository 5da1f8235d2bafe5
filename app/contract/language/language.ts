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
  initAsync: false,
});
void i18n.init();

interface Speaker {
  readonly look: (text: string, options: { readonly skipInterpolation: true; readonly count?: number }) => string;
  /** What was looked up: a file of nothing but mistakes says the same thing a hundred thousand times. */
  readonly known: Map<string, string>;
}

const speakerOf = (language: Language): Speaker => ({ look: i18n.getFixedT(language), known: new Map() });

const speakers = { en: speakerOf('en'), ja: speakerOf('ja') } as const satisfies Record<Language, Speaker>;

let speaker: Speaker = speakers.en;

/** The language of all that is said from now on; English until then. */
export function setLanguage(language: Language): void {
  speaker = speakers[language];
}

/**
 * An English text in the language that is set. Values stand in for `{name}`; a text from a server is a value and never
 * a part of the text: what looks like a placeholder or a reference in it stays as it is.
 *
 * Called while a module is evaluated it would speak English for good; mark texts of tables with {@link english}.
 */
export const t = (text: string, values: Values = {}): string => say(speaker, text, values);

const say = (by: Speaker, text: string, values: Values): string =>
  patternOf(by, text, values.count).replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

function patternOf({ look, known }: Speaker, text: string, count: string | number | undefined): string {
  if (typeof count === 'number') return look(text, { skipInterpolation: true, count });
  const pattern = known.get(text) ?? look(text, { skipInterpolation: true });
  known.set(text, pattern);
  return pattern;
}

/** What {@link t} says in English, whatever the language is: for the Event Log. */
export const inEnglish = (text: string, values: Values = {}): string => say(speakers.en, text, values);

/** Marks a text, or those of a table, as one that {@link t} is given where it is shown. */
export const english = <Texts extends string | Readonly<Record<string, string>>>(texts: Texts): Texts => texts;
