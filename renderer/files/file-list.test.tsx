import { useState } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../ui/theme.css';
import type { RemoteEntry } from '#contract/files/files.ts';
import { FileList } from './file-list.tsx';
import { columns } from './sort.ts';
import { remoteEntry } from './testing/remote-entry.ts';
import { remoteFiles } from './use-entry-drag.tsx';

const entries = Array.from({ length: 10_000 }, (_, index) => remoteEntry(`file-${index}`, { size: index }));

interface TrialProps {
  readonly of?: readonly RemoteEntry[];
  readonly onOpen?: (entry: RemoteEntry) => void;
  readonly onDrag?: (dragged: readonly RemoteEntry[] | null) => void;
  readonly onKey?: (key: string) => boolean;
  readonly onDrop?: (folder: RemoteEntry | null) => void;
}

function Trial({
  of = entries,
  onOpen = vi.fn(),
  onDrag = vi.fn(),
  onDrop = vi.fn(),
  onKey = () => false,
}: TrialProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <div style={{ display: 'flex', width: 640, height: 300 }}>
      <FileList
        label="Files"
        columns={columns}
        minNameWidth={190}
        entries={of}
        sort={{ column: 'name', direction: 'ascending' }}
        onSort={() => undefined}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
        drag={{ as: remoteFiles, takes: [remoteFiles], onDrag, onDrop }}
        onMenu={() => undefined}
        onKey={onKey}
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

it('takes no set of what is selected for each row that it draws', async () => {
  await render(<Trial />);
  await page.getByRole('row', { name: /file-0\b/ }).click();
  const added = vi.spyOn(Set.prototype, 'add');
  onTestFinished(() => added.mockRestore());
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByRole('row', { name: /file-5\b/ })).toHaveAttribute('aria-selected', 'true');
  expect(document.querySelectorAll('[role=row]').length).toBeGreaterThan(10);
  expect(added.mock.calls.length).toBeLessThan(10 * entries.length);
});

it('drags what is chosen onto folders alone, by mouse and keyboard', async () => {
  const [a, b, c] = entries.slice(0, 3) as [RemoteEntry, RemoteEntry, RemoteEntry];
  const folder = remoteEntry('docs', { kind: 'folder' });
  const [onDrag, onDrop] = [vi.fn(), vi.fn()];
  await render(<Trial of={[folder, a, b, c]} onDrag={onDrag} onDrop={onDrop} />);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`${name}\\b`) });
  await row('file-0').click();
  await row('file-1').click({ modifiers: ['Control'] });
  await userEvent.dragAndDrop(row('file-1'), row('file-2'));
  await expect.poll(() => onDrag.mock.calls).toEqual([[[a, b]], [null]]);
  expect(onDrop).not.toHaveBeenCalled();
  await userEvent.dragAndDrop(row('file-0'), row('docs'));
  await expect.poll(() => onDrop.mock.calls).toEqual([[folder]]);

  onDrag.mockClear();
  await row('file-2').click({ position: { x: 12, y: 12 } });
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('button', { name: 'Drag file-2' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Drop on docs' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onDrag.mock.calls).toEqual([[[c]], [null]]);
  expect(onDrop.mock.calls).toEqual([[folder], [folder]]);
});

it('passes on keys of file managers, and takes those that stand for something', async () => {
  const onKey = vi.fn((key: string) => key !== 'ArrowDown');
  await render(<Trial onKey={onKey} />);
  await page.getByRole('row', { name: /file-0\b/ }).click();
  await userEvent.keyboard('{ArrowDown}{Delete}{Control>}{Delete}{/Control}');
  expect(new Set(onKey.mock.calls.flat())).toEqual(new Set(['ArrowDown', 'Delete']));
  expect(onKey.mock.calls.filter(([key]) => key === 'Delete')).toHaveLength(1);
  await expect.element(page.getByRole('row', { name: /file-1\b/ })).toHaveAttribute('aria-selected', 'true');
});

it('goes to the last row and the first with End and Home, wherever in a row the focus is', async () => {
  await render(<Trial />);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`${name}\\b`) });
  await row('file-1').click({ position: { x: 12, y: 12 } });
  await userEvent.keyboard('{End}');
  await expect.element(row('file-9999')).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('status')).toHaveTextContent(/^1$/);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(row('file-9998')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Home}');
  await expect.element(row('file-0')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Shift>}{End}{/Shift}');
  await expect.element(page.getByRole('status')).toHaveTextContent('10000');
});
