import { expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import type { Sample } from './memory.ts';

const linesPerSample = 7200;

/** A day whose window keeps so many bytes of each line, on a heap that swings by 300 kB. */
const day = (bytesPerLine: number): readonly Sample[] =>
  Array.from({ length: 24 }, (_, hour) => ({
    page: 12e6 + hour * linesPerSample * bytesPerLine + ((hour * 7919) % 7) * 50_000,
    pageBuffers: 4e6,
    nodes: 150 + ((hour * 31) % 20),
    listeners: 430,
    main: 20e6,
    mainBuffers: 20e6,
  }));

const exceeded = (samples: readonly Sample[]) =>
  growthOf(
    samples,
    samples.map(() => linesPerSample),
    8,
  )
    .filter(({ isWithin }) => !isWithin)
    .map(({ measure }) => measure);

it('a heap that swings does not grow', () => {
  expect(exceeded(day(0))).toEqual([]);
});

it('one small object for each line is seen', () => {
  expect(exceeded(day(20))).toEqual(['page']);
});

it('an element for every hundredth line is seen', () => {
  const samples = day(0).map((sample, hour) => ({ ...sample, nodes: sample.nodes + (hour * linesPerSample) / 50 }));
  expect(exceeded(samples)).toEqual(['nodes']);
});

it('what fills up at first is no growth', () => {
  const samples = day(0).map((sample, hour) => ({ ...sample, mainBuffers: 20e6 + Math.min(hour, 7) * 1e6 }));
  expect(exceeded(samples)).toEqual([]);
});

it('is counted for the lines that were printed between the samples', () => {
  const samples = [0, 0, 32 * 3000].map((kept) => ({ ...(day(0)[0] as Sample), page: kept }));
  const [page] = growthOf(samples, [50_000, 1000, 2000], 0);
  expect(page).toMatchObject({ measure: 'page', perLine: 32, isWithin: false });
});

it('takes no few samples for many', () => {
  expect(() => growthOf(day(0).slice(0, 10), [], 8)).toThrow('at least three');
});
