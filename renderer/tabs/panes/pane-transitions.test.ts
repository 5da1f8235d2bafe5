import { describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import { dividersOf } from '#contract/tabs/layout-places.ts';
import { type Tab, tabWithout } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { focusNeighbour, focusPane, moveDivider, sharePanes, splitPane, toggleZoom } from './pane-transitions.ts';

const [a, b, c] = ['a', 'b', 'c'] as unknown as [SessionId, SessionId, SessionId];

/** `a` at the left of `b`, which is over `c`; `c` has the keyboard. */
const three = splitPane(splitPane(tabFor(a), a, 'right', b), b, 'below', c);
/** Of a large window. */
const sizeOf = () => ({ columns: 100, rows: 50 });
const shares = (tab: Tab) => dividersOf(tab.layout).map(({ share }) => share);

describe('a tab of panes', () => {
  it('gives the keyboard to a new pane, and shows it where another one filled the tab', () => {
    expect(panesOf(three.layout)).toEqual([a, b, c]);
    expect(three.focused).toBe(c);
    expect(splitPane(toggleZoom(three), c, 'right', 'd' as SessionId).isZoomed).toBe(false);
    expect(splitPane(three, 'gone' as SessionId, 'right', 'd' as SessionId)).toBe(three);
  });

  it('hands the keyboard of a pane that closes to its neighbour, and leaves it where it is else', () => {
    expect(tabWithout(three, c)).toMatchObject({ focused: b });
    expect(tabWithout(focusPane(three, a), a)).toMatchObject({ focused: b });
    expect(tabWithout(three, a)).toMatchObject({ focused: c });
    expect(tabWithout(tabFor(a), a)).toBeNull();
    expect(tabWithout(three, 'gone' as SessionId)).toBe(three);
  });

  it('has one pane that fills it, and the keyboard moves on in that', () => {
    const zoomed = toggleZoom(three);
    expect(zoomed.isZoomed).toBe(true);
    expect(focusNeighbour(zoomed, 'left')).toMatchObject({ focused: a, isZoomed: true });
    expect(toggleZoom(zoomed)).toEqual(three);
    const single = tabFor(a);
    expect(toggleZoom(single)).toBe(single);
    const two = splitPane(single, a, 'right', b);
    expect(tabWithout(toggleZoom(two), a)).toMatchObject({ isZoomed: false, focused: b });
  });

  it('moves the divider that is nearest to the pane with the keyboard', () => {
    expect(shares(moveDivider(three, 'up', sizeOf))).toEqual([0.5, 0.46]);
    expect(shares(moveDivider(three, 'right', sizeOf))).toEqual([0.54, 0.5]);
    expect(moveDivider(focusPane(three, a), 'up', sizeOf)).toEqual(focusPane(three, a));
    expect(shares(sharePanes(three, ['second'], 2))).toEqual([0.5, 0.9]);
    const zoomed = toggleZoom(three);
    expect(moveDivider(zoomed, 'up', sizeOf)).toBe(zoomed);
  });

  it('stays as it is where there is no pane in that direction', () => {
    expect(focusNeighbour(three, 'right')).toBe(three);
    expect(focusPane(three, 'gone' as SessionId)).toBe(three);
  });
});
