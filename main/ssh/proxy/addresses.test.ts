import { expect, it } from 'vitest';
import { addressBytes } from './addresses.ts';

it.each([
  ['127.0.0.1', '7f000001'],
  ['::1', '00000000000000000000000000000001'],
  ['::', '00000000000000000000000000000000'],
  ['2001:db8::8:800:200c:417a', '20010db80000000000080800200c417a'],
  ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201'],
  ['fe80::1%eth0', 'fe800000000000000000000000000001'],
  ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
])('%s is %s', (address, expected) => {
  expect(addressBytes(address)?.toString('hex')).toBe(expected);
});

it.each(['example.com', '', '1.2.3', '12345::'])('"%s" is a name', (name) => {
  expect(addressBytes(name)).toBeNull();
});
