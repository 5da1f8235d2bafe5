import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { category, showDialog } from './dialog-harness.tsx';

const box = page.getByRole('searchbox', { name: 'Find a setting' });
const rows = () =>
  page
    .getByRole('row')
    .elements()
    .map((row) => row.textContent);

describe('the search box', () => {
  it('narrows the tree to the categories found, shows the best, and goes to its control on Enter', async () => {
    const { screen, onOpen } = await showDialog();
    await box.fill('IdentityFile');
    expect(rows()).toEqual(['Connection', 'SSH', 'Auth']);
    const keyFile = screen.getByRole('textbox', { name: /^Private key file/ });
    await expect.element(keyFile).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(keyFile).toHaveFocus();
    expect(onOpen).not.toHaveBeenCalled();
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
