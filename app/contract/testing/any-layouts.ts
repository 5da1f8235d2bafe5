import { type Layout, paneAlone, panesOf, type Side, withShare, withSplit } from '../tabs/layout.ts';
import { dividersOf } from '../tabs/layout-places.ts';

/** Numbers from 0 to 1 that look random and are the same in each run (mulberry32, by T. Ettinger). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Layouts of 1 to 9 panes, each grown by random splits and drags as a user makes them. */
export function anyLayouts(count: number): readonly Layout<string>[] {
  const random = createRandom(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    let layout: Layout<string> = paneAlone('p0');
    const panes = Math.floor(random() * 9);
    for (let pane = 1; pane <= panes; pane += 1) {
      layout = withSplit(layout, pick(panesOf(layout)), pick<Side>(['right', 'below']), `p${pane}`);
      if (random() < 0.5) layout = withShare(layout, pick(dividersOf(layout)).path, random());
    }
    return layout;
  });
}
