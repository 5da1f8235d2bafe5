import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { followPointer } from '../pointer-drag.ts';

interface OrderDrag<T> {
  readonly list: RefObject<HTMLElement | null>;
  /** Of the items. */
  readonly role: 'option' | 'tab';
  /** The items lie beside each other, not below. */
  readonly isRow?: boolean;
  readonly onMove: (value: T, to: number) => void;
  readonly elsewhere?: Elsewhere<T>;
  /** It was let go outside of the window, or this far from its list; at a place of the screen, CSS pixels. */
  readonly onDropOut?: (value: T, at: { readonly x: number; readonly y: number }) => void;
}

/** Places beside the list that an item can be dropped on: it does not move along its list over them. */
interface Elsewhere<T> {
  /** Whether the pointer is over such a place. */
  readonly over: (value: T, at: PointerEvent) => boolean;
  /** The same, when it is let go there. */
  readonly drop: (value: T, at: PointerEvent) => boolean;
  /** The drag has ended. */
  readonly leave: () => void;
}

/** Moves an item along its list with the pointer: it takes its new place as soon as that is under it. Escape ends it. */
export function useOrderDrag<T>({ list, role, isRow = false, onMove, elsewhere, onDropOut }: OrderDrag<T>) {
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
    let at = index;
    followPointer(down, {
      onMove: (event) => {
        if (elsewhere?.over(value, event) === true) return;
        const to = placeAt(along(event));
        if (to === at) return;
        at = to;
        onMove(value, to);
      },
      onDrop: (event) => {
        if (elsewhere?.drop(value, event) === true) return;
        const place = list.current?.getBoundingClientRect();
        if (place !== undefined && isOut(event, place)) onDropOut?.(value, { x: event.screenX, y: event.screenY });
      },
      onEnd: () => elsewhere?.leave(),
    });
  };
}

/** CSS pixels beside its list at which an item that is let go has left it: further than a hand strays. */
const outDistance = 100;

const isOut = ({ clientX, clientY }: PointerEvent, { left, right, top, bottom }: DOMRect): boolean =>
  clientX < Math.min(0, left - outDistance) ||
  clientX > Math.max(window.innerWidth, right + outDistance) ||
  clientY < Math.min(0, top - outDistance) ||
  clientY > bottom + outDistance;
