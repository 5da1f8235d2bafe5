import { describe, expect, it } from 'vitest';
import { anyLayouts } from '../testing/any-layouts.ts';
import { type Layout, paneAlone, panesOf, withSplit } from './layout.ts';
import { type Direction, dividerAround, dividersOf, neighbourOf, placesOf } from './layout-places.ts';

const layouts = anyLayouts(300);
const opposite = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;
const directions = Object.keys(opposite) as Direction[];

/**
 * A pane at the left, three below each other at its right:
 *
 *     a | b
 *       | c
 *       | d
 */
const column = withSplit(withSplit(paneAlone('b'), 'b', 'below', 'c'), 'c', 'below', 'd');
const aside: Layout<string> = { kind: 'split', axis: 'row', share: 0.5, first: paneAlone('a'), second: column };

describe('the places of panes', () => {
  it('fill the tab and overlap nowhere', () => {
    for (const layout of layouts) {
      const places = placesOf(layout);
      expect(places.map(({ pane }) => pane)).toEqual(panesOf(layout));
      expect(places.reduce((sum, { width, height }) => sum + width * height, 0)).toBeCloseTo(1);
      for (const [index, one] of places.entries()) {
        for (const other of places.slice(index + 1)) {
          const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
          const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
          expect(Math.min(across, down)).toBeLessThan(1e-9);
        }
      }
    }
  });

  it('are parted by one divider less than there are panes', () => {
    for (const layout of layouts) expect(dividersOf(layout)).toHaveLength(panesOf(layout).length - 1);
    expect(dividersOf(aside).map(({ path }) => path)).toEqual([[], ['second'], ['second', 'second']]);
  });
});

describe('the neighbour of a pane', () => {
  it('is the one with the longest border, the first of those that are alike', () => {
    expect(neighbourOf(aside, 'a', 'right')).toBe('b');
    expect(neighbourOf(aside, 'd', 'left')).toBe('a');
    expect(neighbourOf(aside, 'd', 'up')).toBe('c');
    expect(neighbourOf(aside, 'b', 'down')).toBe('c');
    for (const direction of ['left', 'up', 'down'] as const) expect(neighbourOf(aside, 'a', direction)).toBeNull();
    expect(neighbourOf(aside, 'gone', 'left')).toBeNull();
  });

  it('is another pane, from which one comes back to this side', () => {
    for (const layout of layouts) {
      for (const pane of panesOf(layout)) {
        for (const direction of directions) {
          const next = neighbourOf(layout, pane, direction);
          if (next === null) continue;
          expect(next).not.toBe(pane);
          expect(neighbourOf(layout, next, opposite[direction])).not.toBeNull();
        }
      }
    }
  });

  it('leads from any pane to any other', () => {
    for (const layout of layouts) {
      const reached = new Set(panesOf(layout).slice(0, 1));
      for (const pane of reached) {
        for (const direction of directions) {
          const next = neighbourOf(layout, pane, direction);
          if (next !== null) reached.add(next);
        }
      }
      expect(reached.size).toBe(panesOf(layout).length);
    }
  });
});

describe('the divider that a pane is resized by', () => {
  it('is the nearest one around it', () => {
    expect(dividerAround(aside, 'd', 'column')?.path).toEqual(['second', 'second']);
    expect(dividerAround(aside, 'b', 'column')?.path).toEqual(['second']);
    expect(dividerAround(aside, 'b', 'row')?.path).toEqual([]);
    expect(dividerAround(aside, 'a', 'column')).toBeNull();
  });
});
