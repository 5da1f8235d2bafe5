import { describe, expect, it } from 'vitest';
import { defaultProfile, parseProfile, parseProfileChanges, profileDifference } from './profile.ts';

describe('parseProfile', () => {
  it('fills in the default of a setting that is missing', () => {
    expect(parseProfile({ hostName: 'example.com' })).toEqual({
      ok: true,
      value: { ...defaultProfile, hostName: 'example.com' },
    });
  });

  it('refuses a keepalive interval out of range, naming the field and the range', () => {
    expect(parseProfile({ keepaliveSeconds: -1 })).toMatchObject({
      ok: false,
      failure: { field: 'keepaliveSeconds', message: 'Enter a whole number from 0 to 86400.' },
    });
  });

  it.each([null, undefined, 3, 'text', [], [defaultProfile], () => undefined])('refuses %s as a profile', (data) => {
    expect(parseProfile(data)).toMatchObject({ ok: false, failure: { code: 'invalid-payload' } });
  });

  it('refuses a setting that is not in the table, such as one that reaches for the prototype', () => {
    expect(parseProfile(JSON.parse('{"__proto__": {"hostName": "x"}}')).ok).toBe(false);
    expect(parseProfile({ password: 'secret' }).ok).toBe(false);
  });

  it('refuses control characters in text', () => {
    expect(parseProfile({ remoteCommand: 'ls\u001b[2J' }).ok).toBe(false);
  });

  it('refuses an environment with the same name twice, or a name that a shell could not hold', () => {
    const withNames = (...names: string[]) => ({ environment: names.map((name) => ({ name, value: '1' })) });
    expect(parseProfile(withNames('LANG', 'LANG')).ok).toBe(false);
    expect(parseProfile(withNames('A=B')).ok).toBe(false);
    expect(parseProfile(withNames('LANG', 'LC_ALL')).ok).toBe(true);
  });
});

describe('parseProfileChanges', () => {
  it('keeps to the settings that it was given', () => {
    expect(parseProfileChanges({ keepaliveSeconds: 0 })).toEqual({ ok: true, value: { keepaliveSeconds: 0 } });
  });
});

describe('profileDifference', () => {
  it('holds only the settings that differ', () => {
    const changed = { ...defaultProfile, rows: 30, environment: [{ name: 'LANG', value: 'C' }] };
    expect(profileDifference(defaultProfile, changed)).toEqual({ rows: 30, environment: changed.environment });
  });
});
