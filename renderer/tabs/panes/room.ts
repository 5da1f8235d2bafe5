import type { Side } from '#contract/layout.ts';
import { placesOf } from '#contract/layout-places.ts';
import type { Tab } from '#contract/tab.ts';
import type { Pane } from '../../window/state.ts';

/** Columns and rows that each half of a split pane has at least: with less, a prompt does not fit. */
const least = { columns: 20, rows: 5 } as const;

/** Rows that the titles of both halves and the divider between them take at most. */
const rowsOfTitles = 3;

/** Whether a pane can be halved. One that has not been shown yet has no size: it can. */
export function hasRoom(tab: Tab, { session, size }: Pick<Pane, 'session' | 'size'>, side: Side): boolean {
  if (size === null) return true;
  // A pane that fills the tab goes back to its place before it is split.
  const place = tab.isZoomed ? placesOf(tab.layout).find(({ pane }) => pane === session.id) : undefined;
  const { width, height } = place ?? { width: 1, height: 1 };
  return side === 'right'
    ? size.columns * width >= 2 * least.columns + 1
    : size.rows * height >= 2 * least.rows + rowsOfTitles;
}
