/** A notch of a wheel is 100 or 120 CSS pixels; touchpads and pinches send a few at a time. */
const pixelsPerStep = 50;

/** Ctrl and the wheel, or two fingers that pinch, make the font larger and smaller; the returned function ends that. */
export function bindZoomWheel(element: HTMLElement, zoom: (step: 1 | -1) => void): () => void {
  let turned = 0;
  const handle = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    // Chromium would zoom the page.
    event.preventDefault();
    event.stopPropagation();
    turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : Math.sign(event.deltaY) * pixelsPerStep;
    if (Math.abs(turned) < pixelsPerStep) return;
    zoom(turned < 0 ? 1 : -1);
    turned = 0;
  };
  element.addEventListener('wheel', handle, { capture: true, passive: false });
  return () => element.removeEventListener('wheel', handle, { capture: true });
}
