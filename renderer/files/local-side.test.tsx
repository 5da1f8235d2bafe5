import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../ui/theme.css';
import { failed, success } from '#contract/failure.ts';
import type { LocalFolder } from '#contract/files/local-files.ts';
import type { SessionId } from '#contract/session/session.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { LocalSide } from './local-side.tsx';
import { createLocalStore } from './local-store.ts';
import { remoteEntry } from './testing/remote-entry.ts';

/** The list with a folder `docs` and a file in it, and what main was asked to read. */
async function setUp() {
  const read: LocalFolder[] = [];
  const fake = createFakeBridge({
    'files.begin-local': () => success({ grant: 'g', shownPath: '/home/ada', isShown: true }),
    'files.choose-local': () => success({ grant: 'h', shownPath: '/srv' }),
    'files.list-local': (folder) => {
      read.push(folder);
      if (folder.grant === 'h') return failed({ code: 'storage-failed', message: 'You may not.', retryable: true });
      const entries =
        folder.folder.length === 0 ? [remoteEntry('docs', { kind: 'folder' })] : [remoteEntry('b'), remoteEntry('c')];
      return success({ shownPath: ['/home/ada', ...folder.folder].join('/'), entries });
    },
  });
  const local = createLocalStore(fake.bridge);
  onTestFinished(local.dispose);
  const onUpload = vi.fn();
  await local.begin();
  await render(
    <div style={{ display: 'flex', flexDirection: 'column', width: 400, height: 400 }}>
      <LocalSide local={local} isBeside={false} showsHidden={false} onUpload={onUpload} onDownload={vi.fn()} />
    </div>,
  );
  return { ...fake, local, read, onUpload };
}

const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });

it('goes into folders and up again, never above the one that was granted', async () => {
  const { read } = await setUp();
  await row('docs').dblClick();
  await expect.element(row('b')).toBeVisible();
  await expect.element(page.getByText('/home/ada/docs')).toBeVisible();
  await row('b').click();
  await userEvent.keyboard('{Backspace}');
  await expect.element(row('docs')).toBeVisible();
  await row('docs').click();
  await userEvent.keyboard('{Backspace}{F5}');
  await expect.element(page.getByRole('button', { name: 'Up', exact: true })).toBeDisabled();
  expect(new Set(read.map(({ folder }) => folder.join('/')))).toEqual(new Set(['', 'docs']));
});

it('uploads what is chosen, by the button, and a file by Enter', async () => {
  const { onUpload } = await setUp();
  await expect.element(page.getByRole('button', { name: 'Upload' })).toBeDisabled();
  await row('docs').dblClick();
  await row('b').click();
  await row('c').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Upload' }).click();
  const from = { grant: 'g', folder: ['docs'] };
  expect(onUpload.mock.lastCall).toEqual([{ from, entries: [remoteEntry('b'), remoteEntry('c')] }]);
  await row('b').click();
  await userEvent.keyboard('{Enter}');
  expect(onUpload.mock.lastCall).toEqual([{ from, entries: [remoteEntry('b')] }]);
});

it('reads the folder again when its user comes back, and when a transfer has ended', async () => {
  const { read, emit } = await setUp();
  const before = read.length;
  dispatchEvent(new Event('focus'));
  expect(read.length).toBe(before + 1);
  const status = { id: 's1' as SessionId, transfers: [], edits: [] };
  for (const settled of [1, 1, 2]) emit('files.changed', { ...status, settled });
  expect(read.length).toBe(before + 3);
});

it('says why another folder that was chosen cannot be read', async () => {
  await setUp();
  await page.getByRole('button', { name: 'Choose Folder…' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('You may not.');
  await expect.element(page.getByText('/srv')).toBeVisible();
});
