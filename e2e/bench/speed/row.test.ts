import { describe, expect, it } from 'vitest';
import { figureWords, type Goal, goalWords, type RowRequest, rowOf } from './row.ts';

const goal: Goal = { is: 'at least', times: 1.2, of: 'ssh' };
const request: RowRequest = { id: 1, measure: 'receive', unit: 'MB/s', holdfast: [110, 120, 500], goal };

describe('rowOf', () => {
  it('divides the medians, and compares with the goal', () => {
    const met = rowOf({ ...request, peers: { ssh: [1, 100, 101], plink: [50] } });
    expect(met).toMatchObject({ ratio: 1.2, met: true, holdfast: { min: 110, median: 120, max: 500 } });
    expect(met.peers.plink?.median).toBe(50);
    expect(rowOf({ ...request, peers: { ssh: [101] } })).toMatchObject({ met: false });
    const atMost: Goal = { is: 'at most', times: 1.2, of: 'ssh' };
    expect(rowOf({ ...request, goal: atMost, peers: { ssh: [101] } })).toMatchObject({ met: true });
  });

  it('compares with a fixed figure', () => {
    const fixed: Goal = { is: 'at most', times: 1, of: { figure: 100 } };
    expect(rowOf({ ...request, goal: fixed })).toMatchObject({ ratio: 1.2, met: false });
  });

  it('is not met where the peer of the goal was not measured, and says why that is', () => {
    const absent = { ssh: 'ssh is not installed.' };
    expect(rowOf({ ...request, absent })).toMatchObject({ ratio: null, met: false, absent });
  });

  it('tells what bounds it only where the goal is not met', () => {
    const bound = 'The copies of ssh2.';
    expect(rowOf({ ...request, bound, peers: { ssh: [100] } }).bound).toBe('');
    expect(rowOf({ ...request, bound, peers: { ssh: [200] } }).bound).toBe(bound);
  });
});

describe('goalWords', () => {
  it('names the peer, or the figure with its unit', () => {
    expect(goalWords({ goal, unit: 'MB/s' })).toBe('at least 1.2 x ssh');
    expect(goalWords({ goal: { is: 'at most', times: 1 / 15, of: 'xterm' }, unit: 'ms' })).toBe('at most 1/15 x xterm');
    expect(goalWords({ goal: { is: 'at most', times: 1, of: { figure: 100 } }, unit: 'KB' })).toBe('at most 100 KB');
  });
});

describe('figureWords', () => {
  it('keeps three digits that count', () => {
    expect([1234.5, 123.45, 12.345, 1.2345, 0.12345, 0.00012345, 0].map(figureWords)).toEqual([
      ...['1235', '123', '12.3', '1.23', '0.123', '0.000123', '0'],
    ]);
    expect(figureWords(Number.NaN)).toBe('–');
  });
});
