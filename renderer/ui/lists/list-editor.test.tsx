import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ListEditor } from './list-editor.tsx';

let current: readonly string[] = [];

function Editor({ start }: { readonly start: readonly string[] }) {
  const [items, setItems] = useState(start);
  current = items;
  return <ListEditor label="Way" itemLabel="Stop" items={items} maxItems={3} onChange={setItems} error={null} />;
}

const line = (number: number) => page.getByRole('textbox', { name: `Stop ${number}`, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('has an empty line to type into at once, and adds others up to its limit', async () => {
  await render(<Editor start={[]} />);
  await line(1).fill('gate');
  await button('Add').click();
  await expect.element(line(2)).toHaveFocus();
  await userEvent.keyboard('inner');
  await button('Add').click();
  await expect.element(button('Add')).toBeDisabled();
  expect(current).toEqual(['gate', 'inner', '']);
});

it('changes the order, and follows the line that moved', async () => {
  await render(<Editor start={['a', 'b', 'c']} />);
  await expect.element(button('Move Stop 1 up')).not.toBeInTheDocument();
  await button('Move Stop 3 up').click();
  expect(current).toEqual(['a', 'c', 'b']);
  await expect.element(line(2)).toHaveFocus();
});

it('removes a line and goes to the one that takes its place, or else to the last', async () => {
  await render(<Editor start={['a', 'b']} />);
  await button('Remove Stop 1').click();
  expect(current).toEqual(['b']);
  await expect.element(line(1)).toHaveFocus();
  await button('Remove Stop 1').click();
  expect(current).toEqual([]);
  await expect.element(line(1)).toHaveFocus();
});
