import type { WebContents } from 'electron';

/**
 * Shuts what the page never needs, whatever code runs in it: it cannot navigate, open windows, attach webviews or get
 * a permission (Electron's security guide, points 4, 13 and 14).
 */
export function harden(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  contents.session.setPermissionCheckHandler(() => false);
}
