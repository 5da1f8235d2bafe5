import { describe, expect, it } from 'vitest';
import { busiest, type CpuProfile } from './cpu-profile.ts';

const node = (id: number, functionName: string, lineNumber = 0) => ({
  id,
  callFrame: { functionName, url: 'file:///main.js', lineNumber, columnNumber: 0 },
});

const profile: CpuProfile = {
  nodes: [node(1, '(idle)'), node(2, 'parse', 7), node(3, 'parse', 7), node(4, 'join', 9), node(5, '')],
  samples: [1, 2, 4, 3, 5],
  timeDeltas: [9000, 200, 100, 500, 200],
};

describe('busiest', () => {
  it('adds up what a function took wherever it was called from, as a share of the time that was not idle', () => {
    const busy = busiest(profile, ({ lineNumber }) => `main.ts:${lineNumber + 1}`);
    expect(busy.busyMs).toBe(1);
    expect(busy.functions).toEqual([
      { share: 0.7, name: 'parse', place: 'main.ts:8' },
      { share: 0.2, name: '(anonymous)', place: 'main.ts:1' },
      { share: 0.1, name: 'join', place: 'main.ts:10' },
    ]);
  });

  it('names ten at most', () => {
    const ids = Array.from({ length: 30 }, (_, index) => index + 1);
    const many = { nodes: ids.map((id) => node(id, `f${id}`, id)), samples: ids, timeDeltas: ids };
    const { functions } = busiest(many, () => '');
    expect(functions.map(({ name }) => name)).toEqual(
      ids
        .slice(-10)
        .toReversed()
        .map((id) => `f${id}`),
    );
  });
});
