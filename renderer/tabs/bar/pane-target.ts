import type { SessionId } from '#contract/session/session.ts';
import type { Edge } from '#contract/tabs/layout.ts';

/** Where a tab that is let go would lie: at an edge of a pane of the tab in front. CSS pixels of the window. */
export interface PaneTarget {
  readonly pane: SessionId;
  readonly edge: Edge;
  readonly half: Rectangle;
}

export type Rectangle = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

type Point = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** The edge of the pane under the pointer that it is nearest to; null where there is no pane. */
export function paneTargetAt(point: Point): PaneTarget | null {
  const element = document.elementFromPoint(point.clientX, point.clientY)?.closest<HTMLElement>('[data-pane]');
  const pane = element?.dataset.pane as SessionId | undefined;
  if (element === null || element === undefined || pane === undefined) return null;
  const place = element.getBoundingClientRect();
  const edge = nearestEdge(place, point);
  return { pane, edge, half: halfAt(place, edge) };
}

/** By parts of the pane's size, so that its four triangles are its edges'. */
export function nearestEdge({ left, top, width, height }: Rectangle, { clientX, clientY }: Point): Edge {
  const x = (clientX - left) / width;
  const y = (clientY - top) / height;
  const isHorizontal = Math.abs(x - 0.5) >= Math.abs(y - 0.5);
  if (isHorizontal) return x < 0.5 ? 'left' : 'right';
  return y < 0.5 ? 'above' : 'below';
}

export function halfAt({ left, top, width, height }: Rectangle, edge: Edge): Rectangle {
  switch (edge) {
    case 'left':
      return { left, top, width: width / 2, height };
    case 'right':
      return { left: left + width / 2, top, width: width / 2, height };
    case 'above':
      return { left, top, width, height: height / 2 };
    case 'below':
      return { left, top: top + height / 2, width, height: height / 2 };
  }
}
