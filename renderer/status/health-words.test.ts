import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../testing/fake-bridge.ts';
import { healthLines, turnWords } from './health-words.ts';

const web = snapshotOf('web');
const busy = {
  ...web,
  keepalive: { ...web.keepalive, checksSent: 41, checksAnswered: 41, roundTripsMs: [30, 12.3] },
};
const typing = { ...busy, keepalive: { ...busy.keepalive, unconfirmedKeys: 3, unconfirmedForMs: 400 } };

describe('what a tab tells of its session', () => {
  it('is its state and health, round trip, last contact, checks and null packets', () => {
    expect(healthLines(busy, 1000)).toEqual([
      'Connected, alive',
      'Round trip 12 ms',
      'Last contact 3 s ago',
      '41 of 41 checks answered',
      'Null packets: 12 sent, next in 33 s',
    ]);
  });

  it('leaves out what is not known yet, and keys that still have time', () => {
    expect(healthLines(web, 0)).toEqual([
      'Connected, alive',
      'Last contact 2 s ago',
      'Null packets: 12 sent, next in 34 s',
    ]);
    expect(healthLines(typing, 0)).not.toContain('3 keystrokes unconfirmed');
    expect(healthLines(typing, 2000).slice(0, 2)).toEqual(['Connected, unconfirmed', '3 keystrokes unconfirmed']);
  });

  it('is the state alone while there is no connection', () => {
    expect(healthLines({ ...busy, state: { kind: 'authenticating' } }, 0)).toEqual(['Logging in']);
  });
});

describe('what is announced of a turn', () => {
  it('names the session and what it means', () => {
    expect(turnWords(web, 'alive', 'quiet')).toBe('web is quiet: nothing heard for a minute.');
    expect(turnWords(typing, 'alive', 'unconfirmed')).toBe('web: 3 keystrokes unconfirmed.');
    expect(turnWords(typing, 'unconfirmed', 'stalled')).toBe('web does not answer. 3 keystrokes unconfirmed.');
    expect(turnWords(web, 'quiet', 'stalled')).toBe('web does not answer.');
    expect(turnWords(web, 'stalled', 'lost')).toBe('web has lost its connection.');
    expect(turnWords(web, 'stalled', 'alive')).toBe('web answers again.');
    expect(turnWords(web, 'lost', 'alive')).toBe('web is connected again.');
  });

  it('is nothing when the user woke a quiet session', () => {
    expect(turnWords(web, 'quiet', 'alive')).toBeNull();
  });
});
