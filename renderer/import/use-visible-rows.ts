import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { remToPixels } from '../ui/rem.ts';

/** Height of each row; the style sheet says the same. */
const rowRem = 2.75;

/** Rows beyond the edges that are there too, so that Tab and quick scrolling find them. */
const overscan = 10;

interface Visible {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Of the rows to draw: the first, and the one after the last. */
  readonly first: number;
  readonly last: number;
  /** What stands for the rows that are not drawn. */
  readonly padding: { readonly paddingTop: string; readonly paddingBottom: string };
  readonly onScroll: () => void;
}

/** Which rows of a long list are in sight: thousands of rows with their controls would take seconds to draw. */
export function useVisibleRows(count: number): Visible {
  const list = useRef<HTMLDivElement>(null);
  const [{ first, last }, setRange] = useState({ first: 0, last: Math.min(count, 3 * overscan) });

  const look = useCallback(() => {
    if (list.current === null) return;
    const { scrollTop, clientHeight } = list.current;
    const height = remToPixels(rowRem);
    const range = {
      first: Math.max(0, Math.floor(scrollTop / height) - overscan),
      last: Math.min(count, Math.ceil((scrollTop + clientHeight) / height) + overscan),
    };
    setRange((before) => (before.first === range.first && before.last === range.last ? before : range));
  }, [count]);

  useLayoutEffect(() => {
    if (list.current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [look]);

  const padding = { paddingTop: `${first * rowRem}rem`, paddingBottom: `${(count - last) * rowRem}rem` };
  return { list, first, last, padding, onScroll: look };
}
