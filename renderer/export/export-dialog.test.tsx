import axe from 'axe-core';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { SavedSessions } from '#contract/channels/channels.ts';
import { failed, success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import '../ui/theme.css';
import { ExportDialog } from './export-dialog.tsx';

const folder = (path: string) => ({ path, settings: {}, profile: defaultProfile });
const session = (name: string, inFolder: string) => ({ name, folder: inFolder, profile: defaultProfile });
const saved: SavedSessions = {
  defaults: defaultProfile,
  sessions: [session('a', 'work'), session('b', 'work/lab'), session('web', '')],
  folders: [folder('empty'), folder('work'), folder('work/lab')],
  notice: null,
};

async function show(only: string | null, from: SavedSessions = saved) {
  const exported = { path: '/tmp/out.json', sessions: 1 };
  const onExport = vi.fn<Parameters<typeof ExportDialog>[0]['onExport']>(async () => success(exported));
  const [onDone, onClose] = [vi.fn(), vi.fn()];
  await render(<ExportDialog saved={from} only={only} onExport={onExport} onDone={onDone} onClose={onClose} />);
  return { onExport, onDone, onClose };
}

const row = (name: string) => page.getByRole('row', { name, exact: true });
const box = (name: string) => row(name).getByRole('checkbox');
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('exports all, as it begins', async () => {
  const { onExport, onDone } = await show(null);
  await expect.element(button('Export 3 Sessions…')).toHaveFocus();
  await button('Export 3 Sessions…').click();
  expect(onExport).toHaveBeenCalledExactlyOnceWith({
    sessions: ['b', 'a', 'web'],
    folders: ['empty', 'work/lab', 'work'],
    defaults: true,
  });
  await expect.poll(() => onDone.mock.calls).toEqual([[{ path: '/tmp/out.json', sessions: 1 }]]);
});

it('exports a folder with what lies in it, where it was asked for there', async () => {
  const { onExport } = await show('folder:work');
  await button('Export 2 Sessions…').click();
  expect(onExport).toHaveBeenCalledExactlyOnceWith({
    sessions: ['b', 'a'],
    folders: ['work/lab', 'work'],
    defaults: false,
  });
});

it('checks a folder with what lies in it, and shows that a part of it is checked', async () => {
  const { onExport } = await show('saved:b');
  await expect.element(box('work')).toBePartiallyChecked();
  await expect.element(box('lab')).toBeChecked();
  await row('lab').click();
  await expect.element(box('work')).not.toBeChecked();
  await expect.element(button('Export…')).toBeDisabled();
  await row('work').click();
  await expect.element(box('b')).toBeChecked();
  await row('a').click();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(box('work')).toBePartiallyChecked();
  await button('Export 1 Session…').click();
  expect(onExport).toHaveBeenCalledExactlyOnceWith({ sessions: ['b'], folders: ['work/lab'], defaults: false });
});

it('is worked by the keyboard, and checks what fits the filter', async () => {
  await show(null);
  await button('Select None').click();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('web');
  await expect.element(row('a')).not.toBeInTheDocument();
  await button('Select All').click();
  await expect.element(button('Export 1 Session…')).toBeEnabled();
  await userEvent.keyboard('{Tab}{Tab}{ArrowDown} ');
  await expect.element(box('web')).not.toBeChecked();
});

it('says why it could not be written, and stays', async () => {
  const { onExport, onDone, onClose } = await show(null);
  onExport.mockResolvedValueOnce(
    failed({ code: 'storage-full', message: 'The disk is full.', retryable: true, hint: 'Make room.' }),
  );
  await button('Export 3 Sessions…').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full. Make room.');
  onExport.mockResolvedValueOnce(success(null));
  await button('Export 3 Sessions…').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('');
  expect([onDone.mock.calls, onClose.mock.calls]).toEqual([[], []]);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

it('has an accessible tree, of which only what is in sight is drawn', async () => {
  await show(null, { ...saved, sessions: Array.from({ length: 2000 }, (_, index) => session(`s${index}`, 'work')) });
  await button('Select None').click();
  await row('s2').click();
  await expect.element(box('work')).toBePartiallyChecked();
  expect(page.getByRole('row').all().length).toBeLessThan(80);
  // The region rule wants a page around it.
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
