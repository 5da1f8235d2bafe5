import { useLocale } from 'react-aria-components';
import { type Language, setLanguage } from '#contract/language/language.ts';

/** All that is said in this page from now on. What is on it already is drawn anew by who follows the window's state. */
export function speak(language: Language): void {
  setLanguage(language);
  document.documentElement.lang = language;
}

/**
 * What is spoken. For what is drawn once and then kept (rows of React Aria's collections, memos): whoever calls it
 * is drawn anew in another language.
 */
export const useLanguage = (): string => useLocale().locale;
