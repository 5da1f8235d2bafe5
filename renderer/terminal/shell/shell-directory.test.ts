import { expect, it } from 'vitest';
import { directoryOf } from './shell-directory.ts';

it.each([
  ['file://web/home/ada', { host: 'web', path: '/home/ada' }],
  ['file:///srv', { host: '', path: '/srv' }],
  ['file://Web.example.com/a%20b/gr%C3%B6%C3%9Fe', { host: 'web.example.com', path: '/a b/größe' }],
  ['http://web/home', null],
  ['file://web', null],
  ['file://web/%00', null],
  ['file://web/%ff', null],
  [`file://web/${'x'.repeat(20_000)}`, null],
])('reads where a shell is: %s', (data, expected) => {
  expect(directoryOf(data)).toEqual(expected);
});
