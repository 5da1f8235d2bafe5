import { expect, it } from 'vitest';
import { terminalModeValue } from './terminal-modes.ts';

it.each([
  ['^C', 3],
  ['^c', 3],
  ['^?', 127],
  ['^@', 0],
  ['^<27>', 27],
  ['none', 255],
  ['x', 120],
  ['^', 94],
])('a key %s is byte %d', (text, value) => {
  expect(terminalModeValue('INTR', text)).toBe(value);
});

it.each([
  ['yes', 1],
  ['On', 1],
  ['-', 0],
  ['0', 0],
])('a switch %s is %d', (text, value) => {
  expect(terminalModeValue('ECHO', text)).toBe(value);
});

it.each(['', 'ab', '^CC', '^<300>', '^<>', 'あ'])('"%s" is no key', (text) => {
  expect(terminalModeValue('ERASE', text)).toBeNull();
});

it.each(['', 'maybe', '2', '^C'])('"%s" is no switch', (text) => {
  expect(terminalModeValue('IUTF8', text)).toBeNull();
});
