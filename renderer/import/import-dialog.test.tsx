import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { failed, success } from '#contract/failure.ts';
import type { ImportedRow, ImportPreview, ImportSource } from '#contract/saved/import.ts';
import '../ui/theme.css';
import type { ImportActions } from './import-actions.ts';
import { ImportDialog } from './import-dialog.tsx';

const source: ImportSource = { id: 'putty:1', kind: 'putty', place: '/home/ada/.putty', sessions: 2 };

const row = (name: string, rest: Partial<ImportedRow> = {}): ImportedRow => ({
  ...{ name, folder: '', target: `${name}.example.com`, freeName: `${name} (2)`, isWithoutKeepalive: true },
  ...{ standing: { kind: 'new' }, unmapped: [] },
  ...rest,
});

const previewOf = (...rows: readonly ImportedRow[]): ImportPreview => ({
  ...{ id: 'i1', kind: 'putty', place: source.place, rows, problems: ['A file is broken.'] },
  highlightSets: ['Cisco errors'],
  hostKeys: { added: 2, known: 1, conflicting: ['gate'] },
});

async function show(preview: ImportPreview) {
  const actions = {
    sources: vi.fn<ImportActions['sources']>(async () => success([source])),
    read: vi.fn<ImportActions['read']>(async () => success(preview)),
    apply: vi.fn<ImportActions['apply']>(async () =>
      success({ added: 1, replaced: 0, highlightSets: 0, hostKeys: 0, backup: '/backup', failure: null }),
    ),
  };
  const onClose = vi.fn();
  await render(<ImportDialog actions={actions} onClose={onClose} />);
  return { actions, onClose };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const showSource = () => button('Show the sessions in /home/ada/.putty').click();

it('imports what is checked, with what is chosen beside it', async () => {
  const conflict = row('db', { standing: { kind: 'conflict', differs: ['rows'] } });
  const { actions, onClose } = await show(previewOf(row('web'), conflict));
  await showSource();
  expect(actions.read).toHaveBeenCalledExactlyOnceWith({ kind: 'found', id: 'putty:1' });
  await expect.element(page.getByText('The saved one differs: Rows')).toBeVisible();
  await expect.element(button('Import 1 Session')).toHaveFocus();
  await page.getByRole('checkbox', { name: 'db' }).click();
  await page.getByRole('combobox', { name: 'What becomes of db' }).selectOptions('Replace "db"');
  await page.getByRole('checkbox', { name: 'Add 2 host keys to those that are known' }).click();
  await button('Import 2 Sessions').click();
  expect(actions.apply).toHaveBeenCalledExactlyOnceWith({
    id: 'i1',
    sessions: [
      { index: 0, name: 'web', replaces: false },
      { index: 1, name: 'db', replaces: true },
    ],
    hostKeys: false,
    keepsAlive: true,
  });
  await expect.element(page.getByText('Imported: 1 session added.')).toBeVisible();
  await expect.element(button('Close')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledOnce();
});

it('shows what stays out, of a session and of all', async () => {
  await show(previewOf(row('web', { unmapped: [{ key: 'LocalEcho', value: '0', reason: 'There is none.' }] })));
  await showSource();
  await button('1 setting of web left out').click();
  await expect
    .element(page.getByRole('region', { name: 'Left out of web' }))
    .toHaveTextContent('LocalEcho=0 There is none.');
  await expect.element(page.getByText('are left as they are: gate')).not.toBeInTheDocument();
  await expect.element(page.getByText('1 host is known by another key, and left as it is: gate.')).toBeVisible();
});

it('goes on where a source cannot be read, and back from a preview', async () => {
  const { actions, onClose } = await show(previewOf(row('web')));
  const failure = { code: 'storage-failed', message: 'It is gone.', retryable: true, hint: 'Look for it.' } as const;
  actions.read.mockResolvedValueOnce(failed(failure));
  await showSource();
  await expect.element(page.getByRole('alert')).toHaveTextContent('It is gone. Look for it.');
  await showSource();
  await button('Back').click();
  await expect.element(button('Choose File…')).toHaveFocus();
  await expect.element(page.getByRole('alert')).toHaveTextContent('');
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
  expect(actions.apply).not.toHaveBeenCalled();
});

it('draws the rows in sight alone, and the others when they come into sight', async () => {
  await show(previewOf(...Array.from({ length: 2000 }, (_, index) => row(`host ${index}`))));
  await showSource();
  await expect.element(button('Import 2,000 Sessions')).toBeVisible();
  const list = page.getByRole('list', { name: 'Sessions to import' });
  expect(list.element().children.length).toBeLessThan(60);
  list.element().parentElement?.scrollTo(0, 1e9);
  await expect.element(page.getByRole('checkbox', { name: 'host 1999' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'host 1999' }).click();
  await expect.element(button('Import 1,999 Sessions')).toBeVisible();
});
