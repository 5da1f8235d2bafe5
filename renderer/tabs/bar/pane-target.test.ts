import { expect, it } from 'vitest';
import { halfAt, nearestEdge } from './pane-target.ts';

const pane = { left: 100, top: 50, width: 400, height: 200 };

it.each([
  ['left', 120, 150, { left: 100, top: 50, width: 200, height: 200 }],
  ['right', 490, 150, { left: 300, top: 50, width: 200, height: 200 }],
  ['above', 300, 60, { left: 100, top: 50, width: 400, height: 100 }],
  ['below', 300, 240, { left: 100, top: 150, width: 400, height: 100 }],
] as const)(
  'a tab that is let go near the edge of a pane has the half at that edge: %s',
  (edge, clientX, clientY, half) => {
    expect(nearestEdge(pane, { clientX, clientY })).toBe(edge);
    expect(halfAt(pane, edge)).toEqual(half);
  },
);
