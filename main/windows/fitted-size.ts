export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room that the window's own frame takes of the screen, in pixels. */
const frame = 40;

/** The window's content after growing or shrinking it by `change`, kept within the screen's work area; pixels. */
export function fittedSize(current: Size, change: Size, workArea: Size): Size {
  const clamp = (size: number, available: number) => Math.max(frame, Math.min(size, available - frame));
  return {
    width: clamp(current.width + change.width, workArea.width),
    height: clamp(current.height + change.height, workArea.height),
  };
}
