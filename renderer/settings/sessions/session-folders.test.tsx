import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failed, success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { ConfigurationDialogProps } from '../configuration-dialog.tsx';
import { saved, showDialog } from '../dialog-harness.tsx';

const work = { path: 'work', settings: { keepaliveSeconds: 30 }, profile: { ...saved.defaults, keepaliveSeconds: 30 } };
const inWork = (name: string) => ({ name, folder: 'work', profile: { ...work.profile, hostName: `${name}.example` } });
const grown = {
  ...saved,
  sessions: [...saved.sessions, ...Array.from({ length: 11 }, (_, index) => inWork(`s${index}`))],
  folders: [work],
};
type Arrange = ConfigurationDialogProps['savedActions']['arrange'];

async function show(arrange: Arrange = async () => success(grown)) {
  const savedActions = { save: vi.fn(async () => success(grown)), remove: vi.fn(), arrange: vi.fn(arrange) };
  const shown = await showDialog({ saved: grown, savedActions });
  return { ...shown, arrange: savedActions.arrange, save: savedActions.save };
}

const tree = () => page.getByRole('treegrid', { name: 'Saved Sessions' });
const row = (name: string) => tree().getByRole('row', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const choose = async (entry: string) => {
  await button('More').click();
  await page.getByRole('menuitem', { name: entry }).click();
};

describe('folders in the dialog', () => {
  it('open and close with the keyboard', async () => {
    await show();
    await row('work').click();
    await expect.element(row('s1')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(row('s1')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(row('s1')).toBeVisible();
  });

  it('are narrowed by what is typed', async () => {
    await show();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('s7');
    await expect.element(row('s7')).toBeVisible();
    await expect.element(tree().getByRole('row')).toHaveLength(2);
    await page.getByRole('searchbox', { name: 'Filter' }).fill('nowhere');
    await expect.element(page.getByText('Nothing matches the filter.')).toBeVisible();
  });

  it('give their settings to a new session in them, and say so', async () => {
    const { save } = await show();
    await row('work').click();
    await page.getByRole('textbox', { name: 'Saved Sessions' }).fill('new');
    await page.getByRole('row', { name: 'Connection', exact: true }).click();
    const seconds = page.getByRole('textbox', { name: /^Seconds between keepalives/ });
    await expect.element(seconds).toHaveValue('30');
    await expect.element(page.getByText('inherited from work')).toBeVisible();
    await seconds.fill('45');
    await button('Inherit Seconds between keepalives (0 to turn off) from work').click();
    await expect.element(seconds).toHaveValue('30');
    await page.getByRole('row', { name: 'Session', exact: true }).click();
    await button('Save').click();
    expect(save).toHaveBeenCalledExactlyOnceWith({ name: 'new', folder: 'work', profile: work.profile });
  });

  it('are loaded and saved like Default Settings', async () => {
    const { arrange } = await show();
    await row('work').click();
    await button('Load').click();
    await page.getByRole('textbox', { name: 'Port' }).fill('2222');
    await button('Save').click();
    const profile = { ...work.profile, portNumber: 2222 };
    expect(arrange).toHaveBeenCalledExactlyOnceWith({ kind: 'save-folder', path: 'work', profile });
    await expect.element(page.getByText('Saved for everything in "work".')).toBeVisible();
  });

  it('are made and renamed by their dialogs, which say why not', async () => {
    const there = { code: 'invalid-payload', message: 'There is already a folder.', retryable: false } as const;
    const { arrange, onOpen } = await show(async () => failed(there));
    await choose('New Folder…');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('left/right');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('The name of a folder has no slash.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('left');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('There is already a folder.')).toBeVisible();
    expect(arrange).toHaveBeenCalledExactlyOnceWith({ kind: 'add-folder', path: 'left' });
    await userEvent.keyboard('{Escape}');
    await row('s1').click();
    await userEvent.keyboard('{F2}');
    await page.getByRole('textbox', { name: 'New name' }).fill('first');
    await userEvent.keyboard('{Enter}');
    expect(arrange).toHaveBeenLastCalledWith({ kind: 'rename-session', name: 's1', to: 'first' });
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('take a session that is moved by the keyboard', async () => {
    const { arrange } = await show();
    await row('work').click();
    await userEvent.keyboard('{End}');
    await expect.element(row('web')).toHaveAttribute('aria-selected', 'true');
    await choose('Move to Folder…');
    await button('(no folder) To the folder').click();
    await page.getByRole('option', { name: 'work' }).click();
    await button('Move').click();
    expect(arrange).toHaveBeenCalledExactlyOnceWith({ kind: 'move-session', name: 'web', folder: 'work' });
  });

  it('are deleted with their sessions only after a question', async () => {
    const { arrange } = await show();
    await row('work').click();
    await userEvent.keyboard('{Delete}');
    const question = page.getByRole('alertdialog', { name: 'Delete the folder "work"?' });
    await expect.element(question).toHaveTextContent('The 11 sessions in it');
    expect(arrange).not.toHaveBeenCalled();
    await question.getByRole('button', { name: 'Delete' }).click();
    expect(arrange).toHaveBeenCalledExactlyOnceWith({ kind: 'delete-folder', path: 'work' });
  });

  it('open whole, after a question where they hold many', async () => {
    const { onOpen } = await show();
    await row('work').click();
    await choose('Open All in Folder');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Open All' }).click();
    expect(onOpen).toHaveBeenCalledTimes(11);
    expect(onOpen).toHaveBeenCalledWith({
      profile: { ...defaultProfile, ...work.profile, hostName: 's0.example' },
      savedAs: 's0',
    });
  });

  it('are drawn as far as they are in sight, and each row can be dragged by the keyboard that can be moved', async () => {
    const warned = vi.spyOn(console, 'warn');
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...inWork(`s${index}`), folder: '' }));
    await showDialog({ saved: { ...grown, sessions: many } });
    await row('Default Settings').click();
    await expect.element(row('s2').getByRole('button', { name: 'Drag s2' })).toBeInTheDocument();
    await expect.element(row('Default Settings').getByRole('button')).not.toBeInTheDocument();
    await userEvent.keyboard('{End}');
    await expect.element(row('s1999')).toHaveAttribute('aria-selected', 'true');
    expect(tree().getByRole('row').all().length).toBeLessThan(50);
    expect(warned).not.toHaveBeenCalled();
  });
});
