import type { WheelEvent } from 'react';

/** Lets a plain wheel, which turns up and down alone, scroll a row that only scrolls sideways. */
export function scrollSideways({ deltaX, deltaY, currentTarget }: WheelEvent): void {
  if (Math.abs(deltaY) > Math.abs(deltaX)) currentTarget.scrollBy({ left: deltaY });
}
