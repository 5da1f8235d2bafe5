import { describe, expect, it } from 'vitest';
import { isStale } from './namespaces.ts';
import { faultRules } from './nat-rules.ts';

const rulesOf = (text: string) => text.split('\n').map((line) => line.trim());
const sound = { mode: 'silent', blackHole: 'none', lossPercent: 0 } as const;

describe('faultRules', () => {
  it('drops what conntrack does not know, on the way through and to the router itself', () => {
    expect(rulesOf(faultRules(sound)).filter((line) => line === 'ct state invalid drop')).toHaveLength(2);
  });

  it('resets it where the router is one that resets', () => {
    const rules = faultRules({ ...sound, mode: 'reset' });
    expect(rules).toContain('ct state invalid reject with tcp reset');
    expect(rules).not.toContain('ct state invalid drop');
  });

  it.each([
    ['none', []],
    ['to-server', ['iifname "client" drop']],
    ['to-client', ['iifname "server" drop']],
    ['both', ['iifname "client" drop', 'iifname "server" drop']],
  ] as const)('cuts %s', (blackHole, cuts) => {
    const rules = rulesOf(faultRules({ ...sound, blackHole }));
    expect(rules.filter((line) => line.startsWith('iifname'))).toEqual(cuts);
  });

  it('loses some packets of a hundred', () => {
    expect(faultRules({ ...sound, lossPercent: 20 })).toContain('numgen random mod 100 < 20 drop');
    expect(faultRules(sound)).not.toContain('numgen');
  });
});

describe('isStale', () => {
  const dead = () => false;

  it("takes the lab's own namespaces of processes that are gone, and no others", () => {
    expect(isStale('holdfast-12-1-router', dead)).toBe(true);
    expect(isStale('holdfast-12-1-router', () => true)).toBe(false);
    expect(isStale('my-vpn', dead)).toBe(false);
    expect(isStale('holdfast-vpn', dead)).toBe(false);
  });
});
