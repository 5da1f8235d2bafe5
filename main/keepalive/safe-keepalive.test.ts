import { describe, expect, it } from 'vitest';
import { adviceSeconds, safeKeepaliveSeconds } from './safe-keepalive.ts';

const minutes = (count: number) => count * 60_000;

describe('safeKeepaliveSeconds', () => {
  it('is 60 s where nothing is known', () => {
    expect(safeKeepaliveSeconds({ longestSurvivedMs: null, shortestFatalMs: null })).toBe(60);
  });

  it('is at most half of the shortest fatal silence', () => {
    expect(safeKeepaliveSeconds({ longestSurvivedMs: null, shortestFatalMs: minutes(5) })).toBe(120);
    expect(safeKeepaliveSeconds({ longestSurvivedMs: minutes(4), shortestFatalMs: minutes(5) })).toBe(120);
    expect(safeKeepaliveSeconds({ longestSurvivedMs: null, shortestFatalMs: 6000 })).toBe(3);
  });

  it('is at most the longest silence survived', () => {
    expect(safeKeepaliveSeconds({ longestSurvivedMs: 50_000, shortestFatalMs: minutes(60) })).toBe(45);
    expect(safeKeepaliveSeconds({ longestSurvivedMs: minutes(10), shortestFatalMs: null })).toBe(600);
  });

  it('is never 0, which would turn keepalives off', () => {
    expect(safeKeepaliveSeconds({ longestSurvivedMs: 300, shortestFatalMs: 400 })).toBe(1);
  });
});

describe('adviceSeconds', () => {
  it('is at most the longest silence survived and half of the shortest fatal one', () => {
    expect(adviceSeconds({ longestSurvivedMs: minutes(4), shortestFatalMs: minutes(5) })).toBe(120);
    expect(adviceSeconds({ longestSurvivedMs: 20_000, shortestFatalMs: minutes(5) })).toBe(20);
    expect(adviceSeconds({ longestSurvivedMs: minutes(3), shortestFatalMs: null })).toBe(180);
    expect(adviceSeconds({ longestSurvivedMs: null, shortestFatalMs: 6000 })).toBe(3);
  });

  it('is none while nothing fatal is known, and nothing as long as the default was survived', () => {
    expect(adviceSeconds({ longestSurvivedMs: null, shortestFatalMs: null })).toBeNull();
    expect(adviceSeconds({ longestSurvivedMs: 30_000, shortestFatalMs: null })).toBeNull();
  });
});
