import { describe, expect, it } from 'vitest';
import { anyLayouts } from '../testing/any-layouts.ts';
import {
  type Layout,
  leastShare,
  maxPanes,
  paneAlone,
  panesOf,
  parseLayout,
  withJoined,
  withoutPane,
  withPanes,
  withShare,
  withSplit,
} from './layout.ts';

const layouts = anyLayouts(300);
const readText = (pane: unknown) => (typeof pane === 'string' ? pane : null);
const twoBeside: Layout<string> = {
  kind: 'split',
  axis: 'row',
  share: 0.5,
  first: paneAlone('a'),
  second: paneAlone('b'),
};

describe('a layout', () => {
  it('gives a new pane half of the place of another', () => {
    expect(withSplit(paneAlone('a'), 'a', 'right', 'b')).toEqual(twoBeside);
    expect(withSplit(twoBeside, 'b', 'below', 'c')).toEqual({
      ...twoBeside,
      second: { kind: 'split', axis: 'column', share: 0.5, first: paneAlone('b'), second: paneAlone('c') },
    });
    expect(withSplit(twoBeside, 'gone', 'right', 'c')).toBe(twoBeside);
  });

  it('has one pane more after a split, beside the one that was split, and is itself again without it', () => {
    for (const layout of layouts) {
      for (const beside of panesOf(layout)) {
        const split = withSplit(layout, beside, 'right', 'new');
        const panes = panesOf(split);
        expect(panes[panes.indexOf(beside) + 1]).toBe('new');
        expect(withoutPane(split, 'new')).toEqual(layout);
      }
    }
  });

  it('takes in another layout as it is, at each edge of a pane', () => {
    const cd = withPanes(twoBeside, (pane) => (pane === 'a' ? 'c' : 'd'));
    const joined = (['left', 'right', 'above', 'below'] as const).map((edge) => withJoined(twoBeside, 'b', edge, cd));
    expect(joined.map((layout) => panesOf(layout).join(''))).toEqual(['acdb', 'abcd', 'acdb', 'abcd']);
    expect(joined.map((layout) => layout.kind === 'split' && layout.second)).toMatchObject([
      { axis: 'row', first: cd },
      { axis: 'row', second: cd },
      { axis: 'column', first: cd },
      { axis: 'column', second: cd },
    ]);
  });

  it('loses one pane alone, until the last one takes it with it', () => {
    for (const layout of layouts) {
      const [first = '', ...rest] = panesOf(layout);
      expect(panesOf(withoutPane(layout, first) ?? paneAlone('none'))).toEqual(rest.length === 0 ? ['none'] : rest);
      let left: Layout<string> | null = layout;
      for (const pane of panesOf(layout).toReversed()) left = left === null ? null : withoutPane(left, pane);
      expect(left).toBeNull();
      expect(withoutPane(layout, 'gone')).toBe(layout);
    }
  });

  it('leaves room for both halves of a split', () => {
    for (const share of [-1, 0, 1, 7]) {
      const layout = withShare(twoBeside, [], share);
      expect(layout.kind === 'split' && layout.share).toBe(share < 0.5 ? leastShare : 1 - leastShare);
    }
  });

  it('changes the share of the one split that is meant', () => {
    const layout = withSplit(twoBeside, 'b', 'below', 'c');
    expect(withShare(layout, ['second'], 0.25)).toMatchObject({ share: 0.5, second: { axis: 'column', share: 0.25 } });
    expect(withShare(layout, ['first'], 0.25)).toEqual(layout);
  });
});

describe('a layout that was written down', () => {
  it('is read as it was', () => {
    for (const layout of layouts) expect(parseLayout(JSON.parse(JSON.stringify(layout)), readText)).toEqual(layout);
  });

  it('may be of other panes', () => {
    for (const layout of layouts) {
      const panes = panesOf(layout);
      const numbered = withPanes(layout, (pane) => panes.indexOf(pane));
      expect(panesOf(numbered)).toEqual(panes.map((_, index) => index));
      expect(withPanes(numbered, (index) => panes[index])).toEqual(layout);
    }
  });

  it.each([
    null,
    [],
    { kind: 'pane', pane: 1 },
    { ...twoBeside, axis: 'diagonal' },
    { ...twoBeside, share: '0.5' },
    { ...twoBeside, share: Number.NaN },
    { ...twoBeside, second: null },
    { ...twoBeside, second: paneAlone('a') },
  ])('is refused where it is none: %j', (data) => {
    expect(parseLayout(data, readText)).toBeNull();
  });

  it('is refused where it has more panes than fit a screen, however deep', () => {
    let layout: Layout<string> = paneAlone('p0');
    for (let pane = 1; pane < maxPanes; pane += 1) layout = withSplit(layout, `p${pane - 1}`, 'right', `p${pane}`);
    expect(parseLayout(layout, readText)).toEqual(layout);
    expect(parseLayout(withSplit(layout, 'p0', 'right', 'more'), readText)).toBeNull();
    let deep: unknown = paneAlone('p');
    for (let depth = 0; depth < 20_000; depth += 1) deep = { ...twoBeside, first: deep };
    expect(parseLayout(deep, readText)).toBeNull();
  });
});
