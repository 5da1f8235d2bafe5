import { describe, expect, it } from 'vitest';
import { defaultSearchSeconds, hostOf, isSamePlace, maxSearchSeconds, maxSearchTimes } from './path.ts';

describe('hostOf', () => {
  it.each([
    ['Example.COM', 'example.com'],
    [' ada@corp@example.com ', 'example.com'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['', ''],
  ])('takes %j for %j', (hostName, host) => {
    expect(hostOf({ hostName, portNumber: 22 })).toBe(host);
  });
});

describe('isSamePlace', () => {
  it('compares what the names mean, and the port', () => {
    const web = { hostName: 'web.example.com', portNumber: 22 };
    expect(isSamePlace(web, { hostName: 'ada@WEB.example.com', portNumber: 22 })).toBe(true);
    expect(isSamePlace(web, { ...web, portNumber: 2222 })).toBe(false);
  });
});

it('has default times within its own limits', () => {
  expect(defaultSearchSeconds.length).toBeLessThanOrEqual(maxSearchTimes);
  expect(Math.max(...defaultSearchSeconds)).toBeLessThanOrEqual(maxSearchSeconds);
});
