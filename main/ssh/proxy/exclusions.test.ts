import { expect, it } from 'vitest';
import { isExcluded } from './exclusions.ts';

it.each([
  ['example.com', ['example.com'], true],
  ['example.com', ['EXAMPLE.com'], true],
  ['example.com', ['www.example.com'], false],
  ['*.example.com', ['www.example.com'], true],
  ['*.example.com', ['example.com'], false],
  ['192.168.*', ['web', '192.168.7.9'], true],
  ['192.168.*', ['web'], false],
  ['a, b ,c', ['b'], true],
  ['10.0.0.0/8', ['10.255.1.2'], true],
  ['10.0.0.0/8', ['11.0.0.1'], false],
  ['fd00::/8', ['fd12:3456::1'], true],
  ['fd00::/8', ['2001:db8::1'], false],
  ['10.0.0.0/8', ['ten.example'], false],
  ['10.0.0.0/33, nonsense/8, ::/129, /, 1.2.3.4/', ['1.2.3.4'], false],
  ['', ['example.com'], false],
  [',,', [''], false],
])('"%s" excludes %j: %s', (proxyExcludeList, names, expected) => {
  expect(isExcluded({ proxyExcludeList, proxyLocalhost: false }, names)).toBe(expected);
});

it.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.9.9.9', '::1'])(
  'connects to %s directly, unless the profile says otherwise',
  (host) => {
    expect(isExcluded({ proxyExcludeList: '', proxyLocalhost: false }, [host])).toBe(true);
    expect(isExcluded({ proxyExcludeList: '', proxyLocalhost: true }, [host])).toBe(false);
  },
);
