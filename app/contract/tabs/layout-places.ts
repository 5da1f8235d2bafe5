import type { Axis, Layout, SplitPath } from './layout.ts';

/** A part of a tab; each side of the tab is 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PanePlace<P> extends Place {
  readonly pane: P;
}

/** The line between the halves of a split; it has no thickness. */
export interface Divider {
  readonly path: SplitPath;
  /** Of its split: the divider of a row is upright. */
  readonly axis: Axis;
  readonly share: number;
  /** All of its split. */
  readonly around: Place;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const whole: Place = { x: 0, y: 0, width: 1, height: 1 };

/** Where each pane lies. */
export function placesOf<P>(layout: Layout<P>, place: Place = whole): readonly PanePlace<P>[] {
  if (layout.kind === 'pane') return [{ pane: layout.pane, ...place }];
  const [first, second] = halves(place, layout.axis, layout.share);
  return [...placesOf(layout.first, first), ...placesOf(layout.second, second)];
}

/** The dividers, each before those within its halves. */
export function dividersOf<P>(layout: Layout<P>, around: Place = whole, path: SplitPath = []): readonly Divider[] {
  if (layout.kind === 'pane') return [];
  const { axis, share } = layout;
  const [first, second] = halves(around, axis, share);
  return [
    { path, axis, share, around },
    ...dividersOf(layout.first, first, [...path, 'first']),
    ...dividersOf(layout.second, second, [...path, 'second']),
  ];
}

/**
 * The pane that is next in a direction, and null at the edge of the tab. Of several it is the one that shares the
 * longest border, the first of them where those are alike.
 */
export function neighbourOf<P>(layout: Layout<P>, pane: P, direction: Direction): P | null {
  const places = placesOf(layout);
  const from = places.find((place) => place.pane === pane);
  if (from === undefined) return null;
  let found: P | null = null;
  let longest = tolerance;
  for (const place of places) {
    const border = touches(from, place, direction) ? sharedBorder(from, place, direction) : 0;
    if (border <= longest + (found === null ? 0 : tolerance)) continue;
    longest = border;
    found = place.pane;
  }
  return found;
}

/** The divider that a pane is resized by along an axis: the nearest one around it; null where there is none. */
export function dividerAround<P>(layout: Layout<P>, pane: P, axis: Axis): Divider | null {
  const isAround = ({ path }: Divider) => panesUnder(layout, path).includes(pane);
  return dividersOf(layout).findLast((divider) => divider.axis === axis && isAround(divider)) ?? null;
}

/** What sums of shares may be off by. */
const tolerance = 1e-9;

function halves({ x, y, width, height }: Place, axis: Axis, share: number): readonly [Place, Place] {
  if (axis === 'row') {
    const left = width * share;
    return [
      { x, y, width: left, height },
      { x: x + left, y, width: width - left, height },
    ];
  }
  const upper = height * share;
  return [
    { x, y, width, height: upper },
    { x, y: y + upper, width, height: height - upper },
  ];
}

function touches(from: Place, to: Place, direction: Direction): boolean {
  switch (direction) {
    case 'left':
      return isSame(to.x + to.width, from.x);
    case 'right':
      return isSame(from.x + from.width, to.x);
    case 'up':
      return isSame(to.y + to.height, from.y);
    case 'down':
      return isSame(from.y + from.height, to.y);
  }
}

const isSame = (one: number, other: number) => Math.abs(one - other) < tolerance;

const sharedBorder = (one: Place, other: Place, direction: Direction): number =>
  direction === 'left' || direction === 'right'
    ? Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
    : Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);

/** The panes of a part of a layout. */
export function panesUnder<P>(layout: Layout<P>, path: SplitPath): readonly P[] {
  const [next, ...rest] = path;
  if (layout.kind === 'pane' || next === undefined) return placesOf(layout).map(({ pane }) => pane);
  return panesUnder(layout[next], rest);
}
