import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../theme.css';
import { OrderList } from './order-list.tsx';

let current: readonly string[] = [];

function Orders() {
  const [order, setOrder] = useState<readonly string[]>(['a', 'b', 'c', 'd']);
  current = order;
  const items = order.map((value) => ({ value, label: `Item ${value}`, note: '', look: 'plain' as const }));
  return <OrderList label="Order" items={items} onChange={setOrder} />;
}

const item = (value: string) => page.getByRole('option', { name: `Item ${value}` });
const button = (name: string) => page.getByRole('button', { name });

it('moves the chosen item by its buttons, as far as the ends', async () => {
  await render(<Orders />);
  await item('b').click();
  await button('Down').click();
  expect(current).toEqual(['a', 'c', 'b', 'd']);
  await button('Up').click();
  await button('Up').click();
  expect(current).toEqual(['b', 'a', 'c', 'd']);
  await expect.element(button('Up')).toBeDisabled();
});

it('is one stop of the keyboard: arrows choose, Alt with them moves', async () => {
  await render(<Orders />);
  const list = page.getByRole('listbox', { name: 'Order' }).element() as HTMLElement;
  list.focus();
  await userEvent.keyboard('{ArrowDown}{Alt>}{ArrowDown}{/Alt}');
  expect(current).toEqual(['a', 'c', 'b', 'd']);
  await expect.element(item('b')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}');
  expect(current).toEqual(['b', 'a', 'c', 'd']);
  await userEvent.keyboard('{End}{Alt>}{ArrowDown}{/Alt}');
  expect(current).toEqual(['b', 'a', 'c', 'd']);
  await expect.element(item('d')).toHaveAttribute('aria-selected', 'true');
});

it('is put in order by dragging', async () => {
  await render(<Orders />);
  await userEvent.dragAndDrop(item('a'), item('c'));
  expect(current).toEqual(['b', 'c', 'a', 'd']);
  await userEvent.dragAndDrop(item('d'), item('b'));
  expect(current).toEqual(['d', 'b', 'c', 'a']);
});
