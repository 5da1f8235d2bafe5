import type { Rectangle } from './pane-target.ts';

/** Where a pane that is let go would become a tab of its own. */
export interface TabTarget {
  /** Among the tabs that are there. */
  readonly index: number;
  /** The line between the tabs that it would stand between. CSS pixels of the window. */
  readonly line: Rectangle;
}

/** CSS pixels. */
const lineWidth = 4;

/** Between the two tabs that the pointer is nearest to, or at an end of their row; null where there is no row of tabs. */
export function tabTargetAt({ clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): TabTarget | null {
  const bar = document.elementFromPoint(clientX, clientY)?.closest('[data-tab-bar]');
  const slots = [...(bar?.querySelectorAll('[role="tab"]') ?? [])].map((tab) => tab.parentElement ?? tab);
  const places = slots.map((slot) => slot.getBoundingClientRect());
  const found = places.findIndex(({ left, width }) => clientX < left + width / 2);
  const index = found === -1 ? places.length : found;
  const [before, after] = [places[index - 1], places[index]];
  const { top, height } = before ?? after ?? new DOMRect();
  const at = after?.left ?? before?.right;
  return at === undefined ? null : { index, line: { left: at - lineWidth / 2, top, width: lineWidth, height } };
}
