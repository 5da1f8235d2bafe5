import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { planRoute } from './route-plan.ts';

const profileOf = (hostName: string, ...jumpHosts: readonly string[]): Profile => ({
  ...defaultProfile,
  hostName,
  proxyType: jumpHosts.length > 0 ? 'jump' : 'none',
  jumpHosts,
});

const plan = (profile: Profile, saved: Readonly<Record<string, Profile>> = {}) =>
  planRoute(profile, (name) => saved[name] ?? null);

const hostsOf = (profile: Profile, saved?: Readonly<Record<string, Profile>>) => {
  const planned = plan(profile, saved);
  return planned.ok
    ? [...planned.value.jumpHosts, planned.value.own].map(({ target }) => target.host)
    : planned.failure.message;
};

describe('the way of a session', () => {
  it('is direct without jump hosts', () => {
    expect(hostsOf(profileOf('web'))).toEqual(['web']);
    expect(hostsOf({ ...profileOf('web', 'gate'), proxyType: 'http' })).toEqual(['web']);
  });

  it('leads over hosts that are typed and saved sessions, in their order', () => {
    const saved = {
      'My gate': { ...profileOf('gate.example'), portNumber: 2200, userName: 'eve', keepaliveSeconds: 7 },
    };
    const own = { ...profileOf('web', 'ada@first:2222', 'My gate', 'last'), userName: 'root', keyFile: 'k' };
    const planned = plan(own, saved);
    const stops = planned.ok ? planned.value.jumpHosts : [];
    expect(stops.map(({ name, target }) => ({ name, ...target }))).toEqual([
      { name: 'first', host: 'first', port: 2222, user: 'ada' },
      { name: 'My gate', host: 'gate.example', port: 2200, user: 'eve' },
      { name: 'last', host: 'last', port: 22, user: 'root' },
    ]);
    expect(stops.map(({ profile }) => [profile.keepaliveSeconds, profile.keyFile, profile.proxyType])).toEqual([
      [60, 'k', 'none'],
      [7, '', 'none'],
      [60, 'k', 'none'],
    ]);
  });

  it("begins with the first jump host's own way", () => {
    const saved = { gate: profileOf('gate', 'outer'), outer: profileOf('outer'), inner: profileOf('inner', 'nobody') };
    expect(hostsOf(profileOf('web', 'gate', 'inner'), saved)).toEqual(['outer', 'gate', 'inner', 'web']);
  });

  it('is direct to an excluded host', () => {
    expect(hostsOf({ ...profileOf('web.local', 'gate'), proxyExcludeList: '*.local' })).toEqual(['web.local']);
    expect(hostsOf(profileOf('localhost', 'gate'))).toEqual(['localhost']);
  });

  it('is refused where it leads through itself', () => {
    const a = profileOf('a', 'A');
    expect(hostsOf(a, { A: a })).toMatch(/^The way to A leads through A itself\.$/);
    const b = profileOf('b', 'C');
    expect(hostsOf(b, { B: b, C: profileOf('c', 'B') })).toMatch(/leads through B itself/);
    expect(hostsOf(profileOf('x', 'gate', 'gate'))).toMatch(/leads through gate itself/);
    expect(hostsOf(profileOf('x', 'gate', 'A'), { A: profileOf('x', 'gate', 'A') })).toMatch(/through A itself/);
  });

  it('is refused where a name says nothing, or there is none', () => {
    expect(hostsOf(profileOf('x', 'no such session'))).toMatch(/"no such session" is neither/);
    expect(hostsOf({ ...profileOf('x'), proxyType: 'jump' })).toMatch(/No jump host/);
  });

  it('has eight jump hosts at most', () => {
    const many = Array.from({ length: 8 }, (_, index) => `h${index}`);
    expect(hostsOf(profileOf('x', ...many))).toHaveLength(9);
    expect(hostsOf(profileOf('x', 'S', ...many.slice(1)), { S: profileOf('s', 'more') })).toMatch(/more than 8/);
    const chain = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`s${i}`, profileOf(`s${i}`, `s${i + 1}`)]));
    expect(hostsOf(profileOf('x', 's0'), chain)).toMatch(/more than 8|neither/);
  });
});
