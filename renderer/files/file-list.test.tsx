import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../ui/theme.css';
import type { RemoteEntry } from '#contract/files.ts';
import { FileList } from './file-list.tsx';

const entries: readonly RemoteEntry[] = Array.from({ length: 10_000 }, (_, index) => ({
  name: `file-${index}`,
  shownName: `file-${index}`,
  kind: 'file',
  target: null,
  size: index,
  modifiedAt: 1_700_000_000,
  mode: 0o644,
  owner: 'ada',
  group: 'staff',
}));

function Trial({ onOpen }: { readonly onOpen: (entry: RemoteEntry) => void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <div style={{ display: 'flex', width: 640, height: 300 }}>
      <FileList
        entries={entries}
        sort={{ column: 'name', direction: 'ascending' }}
        onSort={() => undefined}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
        onMenu={() => undefined}
        empty="This folder is empty."
      />
      <output>{selected.size}</output>
    </div>
  );
}

it('draws of 10,000 files only those in sight, and is worked by the keyboard', async () => {
  const onOpen = vi.fn();
  await render(<Trial onOpen={onOpen} />);
  const rows = () => document.querySelectorAll('[role=row]').length;
  await expect.element(page.getByRole('row', { name: /file-3\b/ })).toBeVisible();
  expect(rows()).toBeLessThan(100);
  await page.getByRole('row', { name: /file-0\b/ }).click();
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await expect.element(page.getByRole('status')).toHaveTextContent('3');
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByRole('status')).toHaveTextContent('10000');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('status')).toHaveTextContent(/^1$/);
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith(entries[3]);
});
