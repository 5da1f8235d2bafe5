import { expect, it } from 'vitest';
import { parseProfile } from '../profile/profile.ts';
import { completeOrder, isNameList } from './order.ts';
import { settingsTable } from './settings-table.ts';

const standard = ['a', 'b', 'WARN', 'c', 'd'];

it('keeps an order that is whole', () => {
  expect(completeOrder(standard, ['d', 'WARN', 'c', 'b', 'a'])).toEqual(['d', 'WARN', 'c', 'b', 'a']);
});

it('drops what is not known or there twice', () => {
  expect(completeOrder(standard, ['d', 'x', 'c', 'd', 'WARN', 'b', 'a'])).toEqual(['d', 'c', 'WARN', 'b', 'a']);
});

it.each([
  [
    ['c', 'WARN', 'a', 'd'],
    ['c', 'WARN', 'a', 'b', 'd'],
  ],
  [
    ['WARN', 'd', 'b'],
    ['a', 'WARN', 'c', 'd', 'b'],
  ],
  [
    ['d', 'b'],
    ['a', 'd', 'b', 'WARN', 'c'],
  ],
  [[], standard],
])('puts what is missing behind what it follows by default: %j', (given, expected) => {
  expect(completeOrder(standard, given)).toEqual(expected);
});

it('completes an order that an older or a newer version has saved', () => {
  const profile = parseProfile({ cipherOrder: ['aes256-ctr', 'future-cipher', 'WARN'] });
  expect(profile.ok && profile.value.cipherOrder[0]).toBe('aes128-gcm@openssh.com');
  expect(profile.ok && [...profile.value.cipherOrder].sort()).toEqual([...settingsTable.cipherOrder.default].sort());
});

it.each([null, 'aes', [1], [''], [['a']], ['x'.repeat(200)], Array.from({ length: 101 }, () => 'a')])(
  'is not read from %j',
  (value) => {
    expect(isNameList(value)).toBe(false);
    expect(parseProfile({ kexOrder: value })).toMatchObject({ failure: { field: 'kexOrder' } });
  },
);

it.each(['kexOrder', 'hostKeyOrder', 'cipherOrder'] as const)('has each item of %s and the line once', (key) => {
  const { items, default: order } = settingsTable[key];
  expect([...order].sort()).toEqual(['WARN', ...items.map(({ value }) => value)].sort());
});
