import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../testing/fake-bridge.ts';
import { durationWords, lastContactWords, nullPacketWords } from './keepalive-words.ts';

const status = snapshotOf('web').keepalive;

describe('nullPacketWords', () => {
  it('counts down from when the status was measured, and not below zero', () => {
    expect(nullPacketWords(status, 0)).toBe('Null packets: 12 sent, next in 34 s');
    expect(nullPacketWords(status, 33_001)).toBe('Null packets: 12 sent, next in 1 s');
    expect(nullPacketWords(status, 99_000)).toBe('Null packets: 12 sent, next in 0 s');
  });

  it('says that keepalives are off, by choice or for a server that chokes', () => {
    expect(nullPacketWords({ ...status, intervalSeconds: 0 }, 0)).toBe('Keepalives off');
    expect(nullPacketWords({ ...status, suppressed: true }, 0)).toBe('Keepalives off');
  });

  it('promises no packet while none is due', () => {
    expect(nullPacketWords({ ...status, nextInMs: null }, 0)).toBe('Null packets: 12 sent');
  });
});

describe('lastContactWords', () => {
  it('grows from when the status was measured', () => {
    expect(lastContactWords(status, 0)).toBe('Last contact 2 s ago');
    expect(lastContactWords(status, 40_000)).toBe('Last contact 42 s ago');
    expect(lastContactWords({ ...status, lastContactMs: null }, 9000)).toBe('No contact yet');
  });
});

describe('durationWords', () => {
  it('uses two units at most', () => {
    expect([59, 60, 3599, 3600, 90_061].map(durationWords)).toEqual([
      '59 s',
      '1 min 0 s',
      '59 min 59 s',
      '1 h 0 min',
      '25 h 1 min',
    ]);
  });
});
