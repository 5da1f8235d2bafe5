import { describe, expect, it } from 'vitest';
import { barHeights, summarise, summaryWords } from './round-trip-summary.ts';

describe('the summary of round trips', () => {
  it('has the last, the least, the median and the most, of an even count too', () => {
    expect(summarise([30, 10, 20])).toEqual({ last: 20, min: 10, median: 20, max: 30 });
    expect(summarise([40, 30, 10, 20])).toEqual({ last: 20, min: 10, median: 25, max: 40 });
    expect(summarise([])).toBeNull();
  });

  it('is told in words', () => {
    expect(summaryWords([30, 10, 20])).toBe('Round trips of the last 3 checks: min 10 ms, median 20 ms, max 30 ms');
    expect(summaryWords([12])).toBe('Round trips of the last check: min 12 ms, median 12 ms, max 12 ms');
    expect(summaryWords([])).toBe('');
  });
});

describe('the bars of round trips', () => {
  it('put the median at half of the height, whatever the path, and cut an outlier off', () => {
    expect(barHeights([100, 100, 50, 900])).toEqual([0.5, 0.5, 0.25, 1]);
    expect(barHeights([])).toEqual([]);
  });

  it('stay low on a short path, where a millisecond says nothing', () => {
    expect(barHeights([1, 2, 1])).toEqual([0.05, 0.1, 0.05]);
  });
});
