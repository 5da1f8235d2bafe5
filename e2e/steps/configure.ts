import type { Page } from '@playwright/test';
import type { Profile } from '../../app/contract/profile.ts';
import { type SettingKey, settingsTable } from '../../app/contract/settings-table.ts';

/** What is typed and chosen in the configuration dialog, by the settings' own labels. */
export type Choices = Partial<Profile>;

/** Shows the panel of a category: `Connection/SSH` is `SSH` in the tree. */
export async function showPanel(page: Page, category: string): Promise<void> {
  const name = category.split('/').at(-1) as string;
  await page.getByRole('treegrid').getByRole('row', { name, exact: true }).click();
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
        await page.getByRole('radio', { name: choice?.label as string, exact: true }).check({ force: true });
      } else {
        await page.getByLabel(setting.label).click();
        await page.getByRole('option', { name: choice?.label as string, exact: true }).click();
      }
    } else if (setting.type === 'order') {
      await putInOrder(page, setting.label, value as readonly string[]);
    } else if (setting.type === 'pairs') {
      await fillPairs(page, value as Profile['environment']);
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

/** Begins with the row that is there. */
async function fillPairs(page: Page, pairs: Profile['environment']): Promise<void> {
  for (const [index, { name, value }] of pairs.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add' }).click();
    await page.getByLabel(`Variable ${index + 1}`, { exact: true }).fill(name);
    await page.getByLabel(`Value ${index + 1}`, { exact: true }).fill(value);
  }
}

/** Fills the dialog and opens the session. */
export async function openSession(page: Page, choices: Choices): Promise<void> {
  await configure(page, choices);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}
