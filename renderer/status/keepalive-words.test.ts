import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../testing/fake-bridge.ts';
import { checkWords, lastContactWords, nullPacketWords, roundTripWords, unconfirmedWords } from './keepalive-words.ts';

const status = snapshotOf('web').keepalive;

describe('nullPacketWords', () => {
  const words = (changes: Partial<typeof status>, elapsedMs: number) => {
    const { sent, next } = nullPacketWords({ ...status, ...changes }, elapsedMs);
    return `${sent}${next}`;
  };

  it('counts down from when the status was measured, and not below zero', () => {
    expect(words({}, 0)).toBe('Null packets: 12 sent, next in 34 s');
    expect(words({}, 33_001)).toBe('Null packets: 12 sent, next in 1 s');
    expect(words({}, 99_000)).toBe('Null packets: 12 sent, next in 0 s');
  });

  it('begins the usual minute in the unit in which it goes on', () => {
    expect(words({ nextInMs: 60_000 }, 0)).toBe('Null packets: 12 sent, next in 60 s');
    expect(words({ nextInMs: 61_000 }, 0)).toBe('Null packets: 12 sent, next in 1 min 1 s');
  });

  it('says that keepalives are off, by choice or for a server that chokes', () => {
    expect(words({ intervalSeconds: 0 }, 0)).toBe('Keepalives off');
    expect(words({ suppressed: true }, 0)).toBe('Keepalives off');
  });

  it('promises no packet while none is due', () => {
    expect(words({ nextInMs: null }, 0)).toBe('Null packets: 12 sent');
  });
});

describe('checkWords and unconfirmedWords', () => {
  it('count, one apart from many', () => {
    expect(checkWords(status)).toBe('');
    expect(checkWords({ ...status, checksSent: 1, checksAnswered: 0 })).toBe('0 of 1 check answered');
    expect(checkWords({ ...status, checksSent: 41, checksAnswered: 41 })).toBe('41 of 41 checks answered');
    expect(unconfirmedWords({ ...status, unconfirmedKeys: 1 })).toBe('1 keystroke unconfirmed');
    expect(unconfirmedWords({ ...status, unconfirmedKeys: 3 })).toBe('3 keystrokes unconfirmed');
  });
});

describe('roundTripWords', () => {
  it('keeps to three digits', () => {
    expect([0, 0.4, 1, 12.4, 999, 999.6, 2345].map(roundTripWords)).toEqual([
      '<1 ms',
      '<1 ms',
      '1 ms',
      '12 ms',
      '999 ms',
      '1.0 s',
      '2.3 s',
    ]);
  });
});

describe('lastContactWords', () => {
  it('grows from when the status was measured', () => {
    expect(lastContactWords(status, 0)).toBe('Last contact 2 s ago');
    expect(lastContactWords(status, 40_000)).toBe('Last contact 42 s ago');
    expect(lastContactWords({ ...status, lastContactMs: null }, 9000)).toBe('No contact yet');
  });
});
