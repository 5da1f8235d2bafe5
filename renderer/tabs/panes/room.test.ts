import { describe, expect, it } from 'vitest';
import { withSplit } from '#contract/layout.ts';
import { tabFor } from '#contract/testing/tabs.ts';

import { snapshotOf } from '../../testing/fake-bridge.ts';
import { hasRoom } from './room.ts';

const session = snapshotOf('web');
const tab = tabFor(session.id);
const pane = (columns: number, rows: number) => ({ session, size: { columns, rows } });

describe('a pane', () => {
  it('is halved into no less than 20 columns or 5 rows', () => {
    expect(hasRoom(tab, pane(41, 6), 'right')).toBe(true);
    expect(hasRoom(tab, pane(40, 60), 'right')).toBe(false);
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
