import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../profile/profile.ts';
import { defaultSearchSeconds, hostOf, isSamePlace, maxSearchSeconds, maxSearchTimes, placeOf } from './path.ts';

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

describe('placeOf', () => {
  const profile = { ...defaultProfile, hostName: 'web', jumpHosts: ['gate', 'ada@inner'] };

  it('is the host and the port where the way is direct', () => {
    expect(placeOf(profile)).toEqual({ hostName: 'web', portNumber: 22 });
  });

  it('tells ways to the same host apart', () => {
    const types = ['none', 'jump', 'socks4', 'socks5', 'http', 'telnet', 'command'] as const;
    const places = types.map((proxyType) => placeOf({ ...profile, proxyType }));
    for (const [index, place] of places.entries()) {
      expect(places.findIndex((other) => isSamePlace(place, other))).toBe(index);
    }
    expect(placeOf({ ...profile, proxyType: 'jump' }).via).toBe('gate, ada@inner');
    expect(placeOf({ ...profile, proxyType: 'http', proxyHost: 'gw', proxyPort: 3128 }).via).toBe('http gw:3128');
  });
});
