import type { App, BrowserWindow } from 'electron';
import type { WindowState } from '#contract/window.ts';

interface WindowStateOptions {
  readonly window: Pick<BrowserWindow, 'isMaximized' | 'isFullScreen' | 'on' | 'off'>;
  readonly app: Pick<App, 'isAccessibilitySupportEnabled' | 'on' | 'off'>;
  readonly report: (state: WindowState) => void;
}

/** Tells how a window stands, now and after each change, until the returned function is called. */
export function reportWindowState({ window, app, report }: WindowStateOptions): () => void {
  const tell = () =>
    report({
      isMaximised: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      hasScreenReader: app.isAccessibilitySupportEnabled(),
    });
  window.on('maximize', tell);
  window.on('unmaximize', tell);
  window.on('enter-full-screen', tell);
  window.on('leave-full-screen', tell);
  app.on('accessibility-support-changed', tell);
  tell();
  return () => {
    window.off('maximize', tell);
    window.off('unmaximize', tell);
    window.off('enter-full-screen', tell);
    window.off('leave-full-screen', tell);
    app.off('accessibility-support-changed', tell);
  };
}
