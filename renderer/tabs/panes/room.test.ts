import { describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { withJoined, withSplit } from '#contract/tabs/layout.ts';
import { dividersOf } from '#contract/tabs/layout-places.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { snapshotOf } from '../../testing/fake-bridge.ts';
import { fits, hasRoom, shareBounds } from './room.ts';

const session = snapshotOf('web');
const tab = tabFor(session.id);
const pane = (columns: number, rows: number) => ({ session, size: { columns, rows } });

describe('a pane', () => {
  it('is halved into no less than 20 columns or 5 rows', () => {
    expect(hasRoom(tab, pane(43, 6), 'right')).toBe(true);
    expect(hasRoom(tab, pane(42, 60), 'right')).toBe(false);
    expect(hasRoom(tab, pane(20, 13), 'below')).toBe(true);
    expect(hasRoom(tab, pane(200, 12), 'below')).toBe(false);
  });

  it('that fills its tab is judged by its own place', () => {
    const layout = withSplit(tab.layout, session.id, 'right', snapshotOf('db').id);
    expect(hasRoom({ ...tab, layout, isZoomed: true }, pane(60, 24), 'right')).toBe(false);
    expect(hasRoom({ ...tab, layout, isZoomed: true }, pane(60, 24), 'below')).toBe(true);
  });

  it('that was not shown yet can be split', () => {
    expect(hasRoom(tab, { session, size: null }, 'right')).toBe(true);
  });
});

describe('a tab that joins another one', () => {
  const db = snapshotOf('db').id;
  const joining = { ...tabFor(db), layout: withSplit(tabFor(db).layout, db, 'right', snapshotOf('mail').id) };
  const joined = withJoined(tab.layout, session.id, 'right', joining.layout);
  const sizeOf = (columns: number) => (id: SessionId) => (id === session.id ? { columns, rows: 24 } : null);

  it('has room where each of its panes has, by the cells of the one that is shown', () => {
    expect(fits(joined, tab, sizeOf(89))).toBe(true);
    expect(fits(joined, tab, sizeOf(88))).toBe(false);
    expect(fits(joined, tab, () => null)).toBe(true);
  });

  it('is not kept from a pane that is small already and stays as it is', () => {
    const small = (id: SessionId) => ({ columns: id === session.id ? 90 : 15, rows: 4 });
    expect(fits(tab.layout, tab, small)).toBe(true);
    expect(fits(joined, tab, small)).toBe(false);
  });
});

describe('a divider', () => {
  const layout = withSplit(tab.layout, session.id, 'right', snapshotOf('db').id);
  const [divider] = dividersOf(layout);
  const bounds = (columns: number) => divider && shareBounds(layout, divider, () => ({ columns, rows: 24 }));

  it('leaves 20 columns at each side of it', () => {
    expect(bounds(43)).toEqual({ least: 0.25, most: 0.75 });
  });

  it('stays where it is between panes that are too small already', () => {
    expect(bounds(10)).toEqual({ least: 0.5, most: 0.5 });
  });
});
