import { type RefObject, useLayoutEffect } from 'react';

/** While that is wanted, dialogs leave so much of the window's lower end free as the notices take. */
export function useReservedHeight(ref: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || !isWanted) return;
    const { style } = document.documentElement;
    const reserve = () => style.setProperty('--reserved', `${element.offsetHeight}px`);
    const observer = new ResizeObserver(reserve);
    observer.observe(element);
    reserve();
    return () => {
      observer.disconnect();
      style.removeProperty('--reserved');
    };
  }, [ref, isWanted]);
}
