import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failed } from '#contract/failure.ts';
import { saved, showDialog, web } from '../dialog-harness.tsx';

const hostName = page.getByRole('textbox', { name: 'Host Name (or IP address)' });
const name = page.getByRole('textbox', { name: 'Saved Sessions' });
const session = (label: string) =>
  page.getByRole('treegrid', { name: 'Saved Sessions' }).getByRole('row', { name: label, exact: true });
const button = (label: string) => page.getByRole('button', { name: label, exact: true });

describe('the saved sessions', () => {
  it('are listed under Default Settings', async () => {
    const { screen } = await showDialog();
    const options = screen.getByRole('treegrid', { name: 'Saved Sessions' }).getByRole('row').elements();
    expect(options.map((option) => option.textContent)).toEqual(['Default Settings', 'blank', 'web']);
  });

  it('are loaded into the fields, and opened under their name', async () => {
    const { onOpen } = await showDialog();
    await session('web').click();
    await expect.element(hostName).toHaveValue('');
    await button('Load').click();
    await expect.element(hostName).toHaveValue('web.example.com');
    await button('Open').click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ profile: web, savedAs: 'web' });
  });

  it('open on a double click, and on Enter in the list', async () => {
    const { onOpen } = await showDialog();
    await session('web').dblClick();
    await userEvent.keyboard('{Enter}');
    expect(onOpen.mock.calls).toEqual([[{ profile: web, savedAs: 'web' }], [{ profile: web, savedAs: 'web' }]]);
  });

  it('are only loaded on a double click when they have no host', async () => {
    const { onOpen } = await showDialog();
    await hostName.fill('typed');
    await session('blank').dblClick();
    await expect.element(hostName).toHaveValue('');
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('are saved under the name in the box, with blanks around it cut off', async () => {
    const { screen, savedActions } = await showDialog();
    await hostName.fill('db.example.com');
    await name.fill(' db ');
    await button('Save').click();
    const profile = { ...saved.defaults, hostName: 'db.example.com' };
    expect(savedActions.save).toHaveBeenCalledExactlyOnceWith({ name: 'db', folder: '', profile });
    await expect.element(screen.getByText('Saved as "db".')).toBeVisible();
  });

  it('keep the name in the box when Tab passes through the list, which the arrow keys choose from', async () => {
    await showDialog();
    await name.fill('db');
    await userEvent.tab();
    await expect.element(session('Default Settings')).toHaveFocus();
    await expect.element(name).toHaveValue('db');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(name).toHaveValue('blank');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(name).toHaveValue('Default Settings');
  });

  it('include Default Settings, where new sessions begin', async () => {
    const { savedActions } = await showDialog();
    await session('Default Settings').click();
    await button('Save').click();
    expect(savedActions.save).toHaveBeenCalledExactlyOnceWith({
      name: 'Default Settings',
      folder: '',
      profile: saved.defaults,
    });
    await expect.element(button('Delete')).toBeDisabled();
  });

  it('need a name of a bearable length', async () => {
    const { screen, savedActions } = await showDialog();
    await button('Save').click();
    await expect.element(screen.getByText('Enter a name to save the session under, or choose one.')).toBeVisible();
    await name.fill('x'.repeat(129));
    await button('Save').click();
    await expect.element(name).toHaveAccessibleDescription('Enter at most 128 characters.');
    expect(savedActions.save).not.toHaveBeenCalled();
  });

  it('say beside the name why they could not be saved, and keep what was typed', async () => {
    const failure = { code: 'storage-full', message: 'The disk is full.', retryable: true } as const;
    const savedActions = {
      save: async () => failed(failure),
      remove: async () => failed(failure),
      arrange: async () => failed(failure),
    };
    await showDialog({ savedActions });
    await hostName.fill('db.example.com');
    await name.fill('db');
    await button('Save').click();
    await expect.element(name).toHaveAccessibleDescription('The disk is full.');
    await expect.element(hostName).toHaveValue('db.example.com');
  });

  it('are deleted after a question alone, which Enter and Escape answer with no', async () => {
    const { screen, savedActions, onCancel } = await showDialog();
    await session('web').click();
    for (const key of ['{Enter}', '{Escape}']) {
      await button('Delete').click();
      await expect.element(screen.getByRole('alertdialog')).toHaveAccessibleName('Delete the saved session "web"?');
      await userEvent.keyboard(key);
      await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument();
    }
    expect(savedActions.remove).not.toHaveBeenCalled();
    expect(onCancel).not.toHaveBeenCalled();

    await button('Delete').click();
    await screen.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    expect(savedActions.remove).toHaveBeenCalledExactlyOnceWith('web');
    await expect.element(name).toHaveValue('');
  });

  it('show a notice about their file', async () => {
    const { screen } = await showDialog({
      saved: { ...saved, notice: 'A backup of the saved sessions was restored.' },
    });
    await expect.element(screen.getByText('A backup of the saved sessions was restored.')).toBeVisible();
  });
});
