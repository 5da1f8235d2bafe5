import { describe, expect, it } from 'vitest';
import { interleaved, median, percentile, spreadOf } from './samples.ts';

describe('spreadOf', () => {
  it('tells the smallest, the middle one and the largest, by number', () => {
    expect(spreadOf([9, 100, 20, 3, 1])).toEqual({ min: 1, median: 9, max: 100 });
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe('percentile', () => {
  it('lies in proportion between two samples', () => {
    const sorted = Array.from({ length: 101 }, (_, index) => index * 10);
    expect(percentile(sorted, 0.99)).toBe(990);
    expect(percentile([0, 10], 0.99)).toBeCloseTo(9.9);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('is not a number where nothing was measured', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('interleaved', () => {
  it('runs all in turn, and does not count the first run of each', async () => {
    const order: string[] = [];
    let next = 0;
    const run = (name: string) => async () => {
      order.push(name);
      next += 1;
      return next;
    };
    const shares: number[] = [];
    const samples = await interleaved(
      { holdfast: run('holdfast'), ssh: run('ssh') },
      { runs: 2, signal: new AbortController().signal, onProgress: (share) => shares.push(share) },
    );
    expect(order).toEqual(['holdfast', 'ssh', 'holdfast', 'ssh', 'holdfast', 'ssh']);
    expect(samples).toEqual({ holdfast: [3, 5], ssh: [4, 6] });
    expect(shares).toEqual([0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6]);
  });

  it('begins no other run once it is aborted', async () => {
    const controller = new AbortController();
    let begun = 0;
    const run = async () => {
      begun += 1;
      controller.abort();
    };
    const options = { runs: 5, signal: controller.signal, onProgress: () => undefined };
    await expect(interleaved({ holdfast: run }, options)).rejects.toThrow('aborted');
    expect(begun).toBe(1);
  });
});
