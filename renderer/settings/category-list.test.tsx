import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { category, showDialog, shownKeys } from './dialog-harness.tsx';

const box = page.getByRole('searchbox', { name: 'Find a setting' });
const rows = () =>
  page
    .getByRole('treegrid', { name: 'Category' })
    .getByRole('row')
    .elements()
    .map((row) => row.textContent);

const markOf = (dialog: Element) => dialog.querySelector('[data-searched]');

/** The label of the setting that is marked. */
function searched(dialog: Element): string | null {
  const key = markOf(dialog)?.getAttribute('data-setting');
  return settingKeys.some((other) => other === key) ? settingOf(key as SettingKey).label : null;
}

/** Whether the control that is marked lies within what is seen of its panel. */
function isInView(dialog: Element): boolean {
  const control = markOf(dialog)?.querySelector('input, button')?.getBoundingClientRect();
  const panel = markOf(dialog)?.closest('[class*="panel"]')?.getBoundingClientRect();
  return control !== undefined && panel !== undefined && control.top >= panel.top && control.bottom <= panel.bottom;
}

describe('the search box', () => {
  it('narrows the tree to the categories found, shows the best, and goes to its control on Enter', async () => {
    const { screen, onOpen } = await showDialog();
    await box.fill('IdentityFile');
    expect(rows()).toEqual(['Connection', 'SSH', 'Auth', 'Credentials']);
    const keyFile = screen.getByRole('textbox', { name: /^Private key file/ });
    await expect.element(keyFile).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(keyFile).toHaveFocus();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('says so where no setting matches', async () => {
    const { screen } = await showDialog();
    await box.fill('no such thing');
    await expect.element(screen.getByText('No setting matches that.')).toBeVisible();
    await box.fill('');
    await expect.element(screen.getByText('No setting matches that.')).not.toBeInTheDocument();
  });

  it('marks each setting of the table by its label, in view within its panel', async () => {
    const { screen } = await showDialog();
    const dialog = screen.getByRole('dialog').element();
    for (const key of shownKeys) {
      await box.fill(settingOf(key).label);
      await expect.poll(() => searched(dialog), { message: key }).toBe(settingOf(key).label);
      expect(isInView(dialog), key).toBe(true);
    }
    await box.fill('');
    await expect.poll(() => searched(dialog)).toBeNull();
  });

  it('marks a setting by what ssh_config calls it, with that name beside it', async () => {
    const { screen } = await showDialog();
    await box.fill('ServerAliveInterval');
    await expect.poll(() => searched(screen.getByRole('dialog').element())).toMatch(/^Seconds between alive checks/);
    await expect.element(screen.getByText('ssh_config: ServerAliveInterval', { exact: true })).toBeVisible();
  });

  it('is emptied by Escape, which brings the whole tree back and cancels nothing', async () => {
    const { onCancel } = await showDialog();
    await box.fill('no such thing');
    expect(rows()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(category('Auth')).toBeVisible();
    expect(onCancel).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('leaves the panel and what was typed alone while nothing is found', async () => {
    const { screen } = await showDialog();
    const hostName = screen.getByRole('textbox', { name: /^Host Name/ });
    await hostName.fill('example.com');
    await box.fill('no such thing');
    await expect.element(hostName).toHaveValue('example.com');
  });
});
