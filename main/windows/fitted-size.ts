export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room that the window's own frame takes of the screen, in pixels. */
const frame = 40;

/** Dialogs can be used down to this size, and their panels scroll; it is 800 x 600 at a zoom of 200 %. */
export const leastSize: Size = { width: 400, height: 300 };

/**
 * The window's content after growing or shrinking it by `change`, kept within the screen's work area and large enough for
 * dialogs, however few columns are asked for; pixels.
 */
export function fittedSize(current: Size, change: Size, workArea: Size): Size {
  const clamp = (size: number, least: number, available: number) => Math.max(least, Math.min(size, available - frame));
  return {
    width: clamp(current.width + change.width, leastSize.width, workArea.width),
    height: clamp(current.height + change.height, leastSize.height, workArea.height),
  };
}
