import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PairsEditor } from './pairs-editor.tsx';

let current: readonly { readonly name: string; readonly value: string }[] = [];

function Editor({ start }: { readonly start: typeof current }) {
  const [pairs, setPairs] = useState(start);
  current = pairs;
  return (
    <PairsEditor
      label="Environment"
      nameLabel="Variable"
      valueLabel="Value"
      pairs={pairs}
      onChange={setPairs}
      error={null}
    />
  );
}

const cell = (name: string) => page.getByRole('textbox', { name, exact: true });

it('has an empty row to type into at once', async () => {
  await render(<Editor start={[]} />);
  await cell('Variable 1').fill('LANG');
  await cell('Value 1').fill('C');
  expect(current).toEqual([{ name: 'LANG', value: 'C' }]);
});

it('adds a row and goes to it', async () => {
  await render(<Editor start={[{ name: 'A', value: '1' }]} />);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.element(cell('Variable 2')).toHaveFocus();
  await userEvent.keyboard('B');
  expect(current).toEqual([
    { name: 'A', value: '1' },
    { name: 'B', value: '' },
  ]);
});

it('removes a row and goes to the one that takes its place, or else to the last', async () => {
  const pair = (name: string) => ({ name, value: name });
  await render(<Editor start={['A', 'B', 'C'].map(pair)} />);
  await page.getByRole('button', { name: 'Remove Variable 2' }).click();
  expect(current).toEqual([pair('A'), pair('C')]);
  await expect.element(cell('Variable 2')).toHaveFocus();
  await page.getByRole('button', { name: 'Remove Variable 2' }).click();
  await expect.element(cell('Variable 1')).toHaveFocus();
  await page.getByRole('button', { name: 'Remove Variable 1' }).click();
  expect(current).toEqual([]);
  await expect.element(cell('Variable 1')).toHaveFocus();
});
