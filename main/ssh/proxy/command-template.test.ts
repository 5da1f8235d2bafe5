import { expect, it } from 'vitest';
import { fillIn, unescaped, wantsPassword } from './command-template.ts';

const values = { host: 'h', port: 22, user: 'u', remoteUser: 'r', proxyHost: 'ph', proxyPort: 8080 };

it.each([
  ['connect %host %port', 'connect h 22'],
  ['nc -X connect -x %proxyhost:%proxyport %h %p', 'nc -X connect -x ph:8080 h 22'],
  ['%r@%n %user %%h %x %', 'r@h u %h %x %'],
  ['%pass', 'secret'],
])('fills "%s" in as "%s"', (template, expected) => {
  expect(fillIn(template, values, 'secret')).toBe(expected);
});

it('fills in once: what a value holds stays as it is', () => {
  expect(fillIn('%host %user', { ...values, host: '%user', user: '$&' })).toBe('%user $&');
});

it.each([
  [String.raw`connect %host\r\n`, 'connect %host\r\n'],
  [String.raw`a\tb\\n\x41\x0d`, 'a\tb\\nA\r'],
  [String.raw`100\% \q`, '100%% \\q'],
])('reads the escapes of %j', (template, expected) => {
  expect(unescaped(template)).toBe(expected);
});

it('knows whether the password is wanted', () => {
  expect(wantsPassword('login %user %pass')).toBe(true);
  expect(wantsPassword('%%pass %h')).toBe(false);
});
