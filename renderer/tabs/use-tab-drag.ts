import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import type { SessionId } from '#contract/session.ts';

/** A pointer that moves less than this many CSS pixels clicks. */
const dragThreshold = 6;

/** Moves a tab along its row with the pointer; it takes its new place as soon as the pointer is over that. */
export function useTabDrag(row: RefObject<HTMLElement | null>, onMove: (id: SessionId, to: number) => void) {
  return (down: ReactPointerEvent, id: SessionId, index: number) => {
    if (down.button !== 0) return;
    // On the window: a captured pointer would be let go as the tab moves in the page.
    const undo = new AbortController();
    let at = index;
    let dragging = false;

    const handleMove = (event: PointerEvent) => {
      dragging ||= Math.abs(event.clientX - down.clientX) >= dragThreshold;
      const to = placeAt(row.current, event.clientX);
      if (!dragging || to === at) return;
      at = to;
      onMove(id, to);
    };
    window.addEventListener('pointermove', handleMove, { signal: undo.signal });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(end, () => undo.abort(), { signal: undo.signal });
    }
  };
}

/** The index of the tab that a position is over, or of the nearest one. */
function placeAt(row: HTMLElement | null, x: number): number {
  const tabs = [...(row?.querySelectorAll('[role="tab"]') ?? [])];
  const over = tabs.findIndex((tab) => x < tab.getBoundingClientRect().right);
  return over === -1 ? tabs.length - 1 : over;
}
