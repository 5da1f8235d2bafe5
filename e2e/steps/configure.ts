import { expect, type Page } from '@playwright/test';
import { typedForward } from '../../app/contract/forwards/forward-notation.ts';
import { builtInHighlightSets } from '../../app/contract/highlights/built-in-highlights.ts';
import type { Profile } from '../../app/contract/profile/profile.ts';
import type { PairsSetting } from '../../app/contract/settings/definition.ts';
import { paletteEntries } from '../../app/contract/settings/palette.ts';
import { type SettingKey, settingsTable } from '../../app/contract/settings/settings-table.ts';
import type { AppWindow } from '../specs/harness/app.ts';
import { chooseFromMenu } from './terminal.ts';

/** What is typed and chosen in the configuration dialog, by the settings' own labels. */
export type Choices = Partial<Profile>;

/** Shows the panel of a category: `Connection/SSH` is `SSH` in the tree. */
export async function showPanel(page: Page, category: string): Promise<void> {
  const name = category.split('/').at(-1) as string;
  await page.getByRole('treegrid', { name: 'Category' }).getByRole('row', { name, exact: true }).click();
}

/** Changes settings of the session in front, from its menu, until the dialog has gone. */
export async function changeSettings(app: AppWindow, choices: Choices): Promise<void> {
  await chooseFromMenu(app, 'Change Settings…');
  await configure(app.page, choices);
  await apply(app.page);
}

/** Applies what was changed, until the dialog has gone: what is typed goes to the terminal again from then on. */
export async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Fills the dialog, going from panel to panel as a user does. */
export async function configure(page: Page, choices: Choices): Promise<void> {
  for (const [key, value] of Object.entries(choices)) {
    const setting = settingsTable[key as SettingKey];
    await showPanel(page, setting.category);
    if (setting.type === 'toggle') {
      await page.getByRole('checkbox', { name: setting.label }).setChecked(value as boolean, { force: true });
    } else if (setting.type === 'choice') {
      const choice = setting.choices.find((item) => item.value === value);
      if (setting.control === 'radio') {
        const group = page.getByRole('radiogroup', { name: setting.label, exact: true });
        await group.getByRole('radio', { name: choice?.label as string, exact: true }).check({ force: true });
      } else {
        await page.getByLabel(setting.label).click();
        await page.getByRole('option', { name: choice?.label as string, exact: true }).click();
      }
    } else if (setting.type === 'order') {
      await putInOrder(page, setting.label, value as readonly string[]);
    } else if (setting.type === 'pairs') {
      await fillPairs(page, setting, value as Profile['environment']);
    } else if (setting.type === 'forwards') {
      for (const forward of value as Profile['forwards']) await addForward(page, forward);
    } else if (setting.type === 'text-rules') {
      await fillRules(page, value as Profile['textRules']);
    } else if (setting.type === 'highlight-sets') {
      for (const { name } of builtInHighlightSets().filter(({ id }) => (value as readonly string[]).includes(id))) {
        await page.getByRole('checkbox', { name }).check({ force: true });
      }
    } else if (setting.type === 'palette') {
      await fillPalette(page, setting.label, value as Profile['palette']);
    } else if (setting.type === 'list') {
      await fillList(page, setting.itemLabel, value as readonly string[]);
    } else {
      await page.getByLabel(setting.label, { exact: true }).fill(String(value));
    }
  }
}

/** From the last to the first, each is moved to the top. */
async function putInOrder(page: Page, label: string, order: readonly string[]): Promise<void> {
  const list = page.getByRole('listbox', { name: label });
  for (const name of [...order].reverse()) {
    await list.locator(`[data-value="${name}"]`).click();
    const place = list.locator('[role=option]').first();
    while ((await place.getAttribute('data-value')) !== name) await page.keyboard.press('Alt+ArrowUp');
  }
}

/** Adds a forward by the fields of the Tunnels panel, or of the Tunnels dialog of a session. */
export async function addForward(page: Page, forward: Profile['forwards'][number]): Promise<void> {
  const { kind, family, source, destination } = typedForward(forward);
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  await choose({ local: 'Local', remote: 'Remote', dynamic: 'Dynamic', 'remote-dynamic': 'Remote dynamic' }[kind]);
  await choose({ auto: 'Auto', ipv4: 'IPv4', ipv6: 'IPv6' }[family]);
  await page.getByLabel('Source port', { exact: true }).fill(source);
  if (destination !== '') await page.getByLabel('Destination', { exact: true }).fill(destination);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Begins with the row that is there. */
async function fillPairs(
  page: Page,
  { nameLabel, valueLabel }: PairsSetting,
  pairs: Profile['environment'],
): Promise<void> {
  for (const [index, { name, value }] of pairs.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add' }).click();
    await page.getByLabel(`${nameLabel} ${index + 1}`, { exact: true }).fill(name);
    await page.getByLabel(`${valueLabel} ${index + 1}`, { exact: true }).fill(value);
  }
}

async function fillRules(page: Page, rules: Profile['textRules']): Promise<void> {
  for (const [index, { pattern, colour, notify, snippet }] of rules.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add' }).click();
    await page.getByLabel(`Pattern ${index + 1}`, { exact: true }).fill(pattern);
    await page.getByLabel(`Colour ${index + 1}`, { exact: true }).selectOption(colour);
    await page.getByLabel(`Notify ${index + 1}`, { exact: true }).setChecked(notify);
    await page.getByLabel(`Snippet ${index + 1}`, { exact: true }).selectOption(snippet);
  }
}

async function fillPalette(page: Page, label: string, palette: Profile['palette']): Promise<void> {
  for (const { name, label: entry } of paletteEntries.filter((one) => palette[one.name] !== undefined)) {
    await page
      .getByRole('listbox', { name: label })
      .getByRole('option', { name: new RegExp(`^${entry}( set)?$`) })
      .click();
    await page.getByLabel('Colour', { exact: true }).fill(palette[name] ?? '');
    await page.keyboard.press('Tab');
  }
}

async function fillList(page: Page, itemLabel: string, items: readonly string[]): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add' }).click();
    await page.getByLabel(`${itemLabel} ${index + 1}`, { exact: true }).fill(item);
  }
}

/** Fills the dialog and opens the session. */
export async function openSession(page: Page, choices: Choices): Promise<void> {
  await configure(page, choices);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}
