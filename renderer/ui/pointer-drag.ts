import type { PointerEvent as ReactPointerEvent } from 'react';

/** A pointer that moves less than this many CSS pixels clicks. */
const dragThreshold = 6;

export interface PointerDrag {
  readonly onMove: (at: PointerEvent) => void;
  readonly onDrop: (at: PointerEvent) => void;
  /** It was dropped, given up or no drag at all. */
  readonly onEnd: () => void;
}

/** Follows a pointer that was pressed until it is let go. Escape gives the drag up. */
export function followPointer(down: ReactPointerEvent, { onMove, onDrop, onEnd }: PointerDrag): void {
  // On the window: a captured pointer would be let go as the item moves in the page.
  const undo = new AbortController();
  let dragging = false;
  const end = () => {
    undo.abort();
    onEnd();
  };
  const listen = <K extends 'pointermove' | 'pointerup' | 'pointercancel' | 'keydown'>(
    name: K,
    handle: (event: WindowEventMap[K]) => void,
  ) => window.addEventListener(name, handle, { capture: name === 'keydown', signal: undo.signal });

  listen('pointermove', (event) => {
    dragging ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= dragThreshold;
    if (dragging) onMove(event);
  });
  listen('pointerup', (event) => {
    if (dragging) onDrop(event);
    end();
  });
  listen('pointercancel', end);
  listen('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end();
  });
}
