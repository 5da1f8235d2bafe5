import { isRecord } from '../json.ts';
import type { SessionId } from '../session/session.ts';

/**
 * How the panes of a tab lie: a pane, or two layouts beside (`row`) or below (`column`) each other. Panes are named by
 * their sessions here, and by their places in a list where a layout is written to a file.
 */
export type Layout<P = SessionId> =
  | { readonly kind: 'pane'; readonly pane: P }
  | {
      readonly kind: 'split';
      readonly axis: Axis;
      /** Of the first one, 0 to 1. */
      readonly share: number;
      readonly first: Layout<P>;
      readonly second: Layout<P>;
    };

export type Axis = 'row' | 'column';

/** Where a new pane comes to lie, seen from the one that gives it half of its place. */
export type Side = 'right' | 'below';

/** Where a layout that joins another one comes to lie, seen from a pane of that. */
export type Edge = Side | 'left' | 'above';

/** Leads from the root to a split: the first or the second of each. */
export type SplitPath = readonly ('first' | 'second')[];

/** A pane is never less than this part of its split, so that its divider can be taken hold of again. */
export const leastShare = 0.1;

/** More panes than a screen has room for. */
export const maxPanes = 64;

export const paneAlone = <P>(pane: P): Layout<P> => ({ kind: 'pane', pane });

/** Its panes, from left to right and from top to bottom. */
export const panesOf = <P>(layout: Layout<P>): readonly P[] =>
  layout.kind === 'pane' ? [layout.pane] : [...panesOf(layout.first), ...panesOf(layout.second)];

/** The same layout of other panes. */
export const withPanes = <P, Q>(layout: Layout<P>, change: (pane: P) => Q): Layout<Q> =>
  layout.kind === 'pane'
    ? paneAlone(change(layout.pane))
    : { ...layout, first: withPanes(layout.first, change), second: withPanes(layout.second, change) };

/** Halves the place of one pane for a new one. Unchanged where that one is not in it. */
export const withSplit = <P>(layout: Layout<P>, beside: P, side: Side, pane: P): Layout<P> =>
  withJoined(layout, beside, side, paneAlone(pane));

/** The same for a whole layout, which keeps its form. */
export function withJoined<P>(layout: Layout<P>, beside: P, edge: Edge, other: Layout<P>): Layout<P> {
  if (layout.kind === 'split') {
    const first = withJoined(layout.first, beside, edge, other);
    const second = withJoined(layout.second, beside, edge, other);
    return first === layout.first && second === layout.second ? layout : { ...layout, first, second };
  }
  if (layout.pane !== beside) return layout;
  const axis = edge === 'left' || edge === 'right' ? 'row' : 'column';
  const [first, second] = edge === 'left' || edge === 'above' ? [other, layout] : [layout, other];
  return { kind: 'split', axis, share: 0.5, first, second };
}

/** What is left without a pane, whose neighbour takes its place; null where it was the last one. */
export function withoutPane<P>(layout: Layout<P>, pane: P): Layout<P> | null {
  if (layout.kind === 'pane') return layout.pane === pane ? null : layout;
  const first = withoutPane(layout.first, pane);
  const second = withoutPane(layout.second, pane);
  if (first === null || second === null) return first ?? second;
  return first === layout.first && second === layout.second ? layout : { ...layout, first, second };
}

/** Gives the first half of a split this share, within what leaves room for both. */
export function withShare<P>(layout: Layout<P>, path: SplitPath, share: number): Layout<P> {
  if (layout.kind === 'pane') return layout;
  const [next, ...rest] = path;
  if (next === undefined) return { ...layout, share: Math.min(1 - leastShare, Math.max(leastShare, share)) };
  return { ...layout, [next]: withShare(layout[next], rest, share) };
}

/** Reads a layout that came as JSON, of panes that `readPane` knows; null where it is none, or names a pane twice. */
export function parseLayout<P>(data: unknown, readPane: (pane: unknown) => P | null): Layout<P> | null {
  const layout = readLayout(data, readPane, 0);
  if (layout === null) return null;
  const panes = panesOf(layout);
  return panes.length <= maxPanes && new Set(panes).size === panes.length ? layout : null;
}

function readLayout<P>(data: unknown, readPane: (pane: unknown) => P | null, depth: number): Layout<P> | null {
  if (!isRecord(data) || depth > maxPanes) return null;
  if (data.kind === 'pane') {
    const pane = readPane(data.pane);
    return pane === null ? null : paneAlone(pane);
  }
  const { kind, axis, share } = data;
  if (kind !== 'split' || (axis !== 'row' && axis !== 'column')) return null;
  if (typeof share !== 'number' || !Number.isFinite(share)) return null;
  const first = readLayout(data.first, readPane, depth + 1);
  const second = readLayout(data.second, readPane, depth + 1);
  if (first === null || second === null) return null;
  return withShare({ kind, axis, share, first, second }, [], share);
}
