import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

/** A pointer that moves less than this many CSS pixels clicks. */
const dragThreshold = 6;

/** Moves an item along its list with the pointer; it takes its new place as soon as the pointer is over that. */
export function useOrderDrag(list: RefObject<HTMLElement | null>, onMove: (value: string, to: number) => void) {
  return (down: ReactPointerEvent, value: string, index: number) => {
    if (down.button !== 0) return;
    // On the window: a captured pointer would be let go as the item moves in the page.
    const undo = new AbortController();
    let at = index;
    let dragging = false;

    const handleMove = (event: PointerEvent) => {
      dragging ||= Math.abs(event.clientY - down.clientY) >= dragThreshold;
      const to = placeAt(list.current, event.clientY);
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

/** The index of the item that a position is over, or of the nearest one. */
function placeAt(list: HTMLElement | null, y: number): number {
  const items = [...(list?.querySelectorAll('[role="option"]') ?? [])];
  const over = items.findIndex((item) => y < item.getBoundingClientRect().bottom);
  return over === -1 ? items.length - 1 : over;
}
