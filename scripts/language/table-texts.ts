import { categories, type Setting } from '#contract/settings/definition.ts';
import { paletteEntries } from '#contract/settings/palette.ts';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { namesOfThings } from './exceptions.ts';

/** The English texts of the settings table that the dialog shows. */
export function tableTexts(): readonly string[] {
  return [
    ...categories.flatMap((category) => category.split('/')),
    ...paletteEntries.map(({ label }) => label),
    ...settingKeys.flatMap((key) => textsOf(key, settingOf(key))),
  ].filter((text) => /\p{L}/u.test(text));
}

function textsOf(key: string, setting: Setting): readonly string[] {
  return [setting.label, setting.group, setting.help, ...ownTextsOf(key, setting)];
}

function ownTextsOf(key: string, setting: Setting): readonly string[] {
  switch (setting.type) {
    case 'integer':
      return [setting.unit];
    case 'choice':
      return namesOfThings.has(key) ? [] : setting.choices.map(({ label }) => label);
    case 'order':
      return setting.items.map(({ label }) => label);
    case 'pairs':
      return [setting.nameLabel, setting.valueLabel];
    case 'list':
      return [setting.itemLabel];
    default:
      return [];
  }
}
