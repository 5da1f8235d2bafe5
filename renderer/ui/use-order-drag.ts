import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

/** A pointer that moves less than this many CSS pixels clicks. */
const dragThreshold = 6;

interface OrderDrag<T> {
  readonly list: RefObject<HTMLElement | null>;
  /** Of the items. */
  readonly role: 'option' | 'tab';
  /** The items lie beside each other, not below. */
  readonly isRow?: boolean;
  readonly onMove: (value: T, to: number) => void;
}

/** Moves an item along its list with the pointer; it takes its new place as soon as the pointer is over that. */
export function useOrderDrag<T>({ list, role, isRow = false, onMove }: OrderDrag<T>) {
  const along = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
    isRow ? clientX : clientY;

  /** The index of the item that a position is over, or of the nearest one. */
  const placeAt = (position: number) => {
    const items = [...(list.current?.querySelectorAll(`[role="${role}"]`) ?? [])];
    const over = items.findIndex((item) => {
      const { right, bottom } = item.getBoundingClientRect();
      return position < (isRow ? right : bottom);
    });
    return over === -1 ? items.length - 1 : over;
  };

  return (down: ReactPointerEvent, value: T, index: number) => {
    if (down.button !== 0) return;
    // On the window: a captured pointer would be let go as the item moves in the page.
    const undo = new AbortController();
    let at = index;
    let dragging = false;

    const handleMove = (event: PointerEvent) => {
      dragging ||= Math.abs(along(event) - along(down)) >= dragThreshold;
      const to = placeAt(along(event));
      if (!dragging || to === at) return;
      at = to;
      onMove(value, to);
    };
    window.addEventListener('pointermove', handleMove, { signal: undo.signal });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(end, () => undo.abort(), { signal: undo.signal });
    }
  };
}
