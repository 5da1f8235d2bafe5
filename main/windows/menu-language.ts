import type { MenuItemConstructorOptions } from 'electron';
import { type LanguageChoice, languageChoices, languageNames } from '#contract/language/choice.ts';
import { t } from '#contract/language/language.ts';

/** What the program speaks: the system's language, or one that is named in its own words. */
export const languageMenu = (
  current: LanguageChoice,
  onChoose: (choice: LanguageChoice) => void,
): MenuItemConstructorOptions => ({
  label: t('Language'),
  submenu: languageChoices.map((choice) => ({
    label: choice === 'system' ? t('Language of the System') : languageNames[choice],
    type: 'radio',
    checked: choice === current,
    click: () => onChoose(choice),
  })),
});
