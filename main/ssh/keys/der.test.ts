import { expect, it } from 'vitest';
import { derIntegers, derSequence } from './der.ts';

const hex = (numbers: readonly Buffer[]) => numbers.map((number) => number.toString('hex'));

it('numbers are read back from a sequence, long ones too, each with its sign kept positive', () => {
  const long = Buffer.alloc(300, 0x42);
  const middle = Buffer.alloc(200, 0x42);
  expect(hex(derIntegers(derSequence([Buffer.of(1), Buffer.of(0x80), middle, long])))).toEqual([
    '01',
    '0080',
    middle.toString('hex'),
    long.toString('hex'),
  ]);
});

it('numbers are found in sequences within sequences, and in bit strings', () => {
  const inner = derSequence([Buffer.of(5)]);
  const bits = Buffer.concat([Buffer.of(0x03, 4, 0, 0x02, 1, 7)]);
  const outer = Buffer.concat([Buffer.of(0x30, inner.length + bits.length), inner, bits]);
  expect(hex(derIntegers(outer))).toEqual(['05', '07']);
});

it('what is not DER, or claims to be longer than it is, has no numbers', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.of(0x30),
    Buffer.of(0x02, 0x84, 1, 1, 1, 1),
    Buffer.of(0x30, 0x80, 2, 1, 1),
  ]) {
    expect(derIntegers(bytes)).toEqual([]);
  }
  expect(derIntegers(Buffer.from('02050102', 'hex'))).toEqual([]);
});
