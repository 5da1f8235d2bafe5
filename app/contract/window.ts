/** How the window stands on the screen, and what reads it to its user: what the page cannot see by itself. */
export interface WindowState {
  readonly isMaximised: boolean;
  readonly isFullScreen: boolean;
  /** A screen reader, or the like, asks the program for what it shows. */
  readonly hasScreenReader: boolean;
}

/** A window as it opens. */
export const ordinaryWindow: WindowState = { isMaximised: false, isFullScreen: false, hasScreenReader: false };

/** What the session in front wants of the window around it. */
export interface WindowBehaviour {
  readonly isResizable: boolean;
  readonly isAlwaysOnTop: boolean;
}
