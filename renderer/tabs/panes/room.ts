import type { SessionId } from '#contract/session/session.ts';
import { type Layout, type Side, withSplit } from '#contract/tabs/layout.ts';
import { type Divider, type Place, panesUnder, placesOf } from '#contract/tabs/layout-places.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import type { Pane } from '../../window/state.ts';

/** Columns and rows that a pane is not made smaller than: with less, a prompt does not fit. */
const least = { columns: 20, rows: 5 } as const;

/** What a pane has beside its cells, in cells: its scroll bar and gaps, its title, its half of a divider. Rather too much than too little. */
const beside = { columns: 3, rows: 3 } as const;

/** Cells of a terminal; null while they are not known, as of one that has not been shown yet. */
export type SizeOf = (session: SessionId) => Pane['size'];

/**
 * Whether all panes have room in a new layout of the tab in front. A pane of it that gets no smaller has; how many cells go
 * into the place of one that is not shown now, another one tells.
 */
export function fits(layout: Layout, tab: Tab, sizeOf: SizeOf): boolean {
  const before = new Map(placesOf(tab.layout).map((place) => [place.pane, place]));
  const filling = (pane: SessionId) => {
    const [place, size] = [tab.isZoomed ? whole : before.get(pane), sizeOf(pane)];
    if (place === undefined || size === null || (tab.isZoomed && pane !== tab.focused)) return null;
    return {
      columns: (size.columns + beside.columns) / place.width,
      rows: (size.rows + beside.rows) / place.height,
    };
  };
  const known = [...before.keys()].map(filling).find((cells) => cells !== null) ?? null;
  return placesOf(layout).every(({ pane, width, height }) => {
    const [cells, old] = [filling(pane) ?? known, before.get(pane)];
    if (cells === null) return true;
    const isWide = isAtLeast(width * cells.columns, least.columns + beside.columns);
    const isHigh = isAtLeast(height * cells.rows, least.rows + beside.rows);
    return (isWide || isAtLeast(width, old?.width)) && (isHigh || isAtLeast(height, old?.height));
  });
}

/** Whether a pane can be halved. One that has not been shown yet has no size: it can. */
export function hasRoom(tab: Tab, { session, size }: Pick<Pane, 'session' | 'size'>, side: Side): boolean {
  const layout = withSplit(tab.layout, session.id, side, newcomer);
  return fits(layout, tab, (id) => (id === session.id ? size : null));
}

/** Shares of a divider between which no pane beside it gets too small; one that is so already stays as it is. */
export interface ShareBounds {
  readonly least: number;
  readonly most: number;
}

export function shareBounds(layout: Layout, { path, axis, share }: Divider, sizeOf: SizeOf): ShareBounds {
  const cells = axis === 'row' ? 'columns' : 'rows';
  /** The part of its place that a half can't do without. */
  const needed = (half: 'first' | 'second') => {
    const sizes = panesUnder(layout, [...path, half]).flatMap((pane) => sizeOf(pane) ?? []);
    const parts = sizes.map((size) => (least[cells] + beside[cells]) / (size[cells] + beside[cells]));
    return Math.min(1, Math.max(0, ...parts));
  };
  return { least: share * needed('first'), most: 1 - (1 - share) * needed('second') };
}

export const withinBounds = (share: number, { least: from, most }: ShareBounds): number =>
  Math.min(most, Math.max(from, share));

/** A pane that is not there yet. */
const newcomer = '' as SessionId;

/** The place of a pane that fills its tab. */
const whole: Pick<Place, 'width' | 'height'> = { width: 1, height: 1 };

/** What products of shares may be off by. */
const tolerance = 1e-6;

const isAtLeast = (value: number, bound: number | undefined): boolean =>
  bound !== undefined && value >= bound - tolerance;
