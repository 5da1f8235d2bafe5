import type { Connection } from './connection.ts';

/** Tells main the window's size, focus and colour scheme, now and on every change. */
export function reportView(connection: Connection): void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const report = (focused: boolean) =>
    connection.send({
      kind: 'view',
      view: {
        width: innerWidth,
        height: innerHeight,
        screenWidth: screen.availWidth,
        screenHeight: screen.availHeight,
        focused,
        dark: scheme.matches,
      },
    });
  const now = () => report(document.hasFocus());
  addEventListener('resize', now);
  // Focus moves between elements bubble up here in the capture phase alone: these two are the window's own.
  addEventListener('focus', () => report(true));
  addEventListener('blur', () => report(false));
  scheme.addEventListener('change', now);
  now();
}
