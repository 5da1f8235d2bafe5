import { type Connection, openConnection } from './connection.ts';
import { showDialog } from './dialog.ts';
import { createPreloadElectron } from './ipc.ts';
import { tameBrowser } from './keys.ts';
import { showMenu } from './menu.ts';
import { createOverlay } from './overlay.ts';
import { openPorts } from './ports.ts';
import { reportView } from './view.ts';

export interface PageConfig {
  /** Where the stand-in listens, with this window's token. */
  readonly socketUrl: string;
  readonly blankPage: string;
  readonly css: string;
}

type Preload = (exports: object, require: (name: string) => unknown, module: { exports: object }) => void;

/** Runs first of all in every document of the window, before its own scripts and its Content Security Policy. */
export function boot(config: PageConfig, preload: Preload): void {
  if (window !== window.top || location.href === config.blankPage || location.protocol === 'about:') return;
  const connection = openConnection(config.socketUrl);
  connection.send({ kind: 'hello', url: location.href.replace(/#.*$/, '') });
  const electron = createPreloadElectron(connection, openPorts(connection));
  showOverlays(connection, config.css);
  reportView(connection);
  tameBrowser();
  connection.onMessage((message) => {
    if (message.kind === 'title') document.title = message.title;
  });

  const module = { exports: {} };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  try {
    preload(module.exports, require, module);
  } catch (error) {
    console.error('Unable to load preload script', error);
  }
}

/** Menus and dialogs on main's request. */
export function showOverlays(connection: Connection, css: string): void {
  const overlay = createOverlay(css);
  let pointer = new DOMPointReadOnly(0, 0);
  for (const kind of ['pointerdown', 'contextmenu'] as const) {
    addEventListener(kind, ({ clientX, clientY }) => (pointer = new DOMPointReadOnly(clientX, clientY)), {
      capture: true,
    });
  }
  connection.onMessage((message) => {
    const answer = (given: unknown) => {
      if (message.kind === 'menu' || message.kind === 'dialog') {
        connection.send({ kind: 'answer', id: message.id, answer: given });
      }
    };
    if (message.kind === 'menu') showMenu(overlay, message.menu, pointer, answer);
    if (message.kind === 'dialog') showDialog(overlay, message.dialog, answer);
    if (message.kind === 'dismiss') overlay.close();
  });
}
