import type { t } from '#contract/language/language.ts';

/**
 * A language in which every text stands in brackets, and its values outside of them: what is shown without brackets was
 * not translated, or is a value that is the same in every language.
 */
export const inBrackets =
  (say: typeof t): typeof t =>
  (text, values = {}) => {
    const outside = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `⟧${value}⟦` : value,
    ]);
    return `⟦${say(text, Object.fromEntries(outside))}⟧`;
  };

/** Attributes that users read or hear. */
const spoken = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
];

/** Attributes that name elements by whose text another one is called; they need not be visible. */
const references = ['aria-labelledby', 'aria-describedby'];

/** What is shown or said by all that is on the page, in lines. */
function shownLines(): readonly string[] {
  const elements = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility());
  const texts = elements.flatMap((element) => [
    ...spoken.map((name) => element.getAttribute(name) ?? ''),
    ...references
      .flatMap((name) => (element.getAttribute(name) ?? '').split(' '))
      .map((id) => document.getElementById(id)?.textContent ?? ''),
  ]);
  return [document.body.innerText, document.title, ...texts]
    .flatMap((text) => text.split(/[\n\t]/))
    .filter((line) => line.trim() !== '');
}

/** All that is shown, as it would be read in English. */
export const shownText = (): string => shownLines().join('\n').replaceAll(/[⟦⟧]/g, '');

/** The parts of a text that are in no brackets, but for what is the same in every language. */
function untranslatedPart(text: string, same: RegExp): string {
  const without = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '\0');
  return without.replaceAll(same, '').replaceAll('\0', ' … ').trim();
}

/** What has Latin letters and is in no brackets, each once; `same` is what stays as it is in every language. */
export const untranslated = (same: RegExp, lines = shownLines()): readonly string[] =>
  [...new Set(lines.map((line) => untranslatedPart(line, same)))].filter((part) => /\p{Script=Latin}/u.test(part));
