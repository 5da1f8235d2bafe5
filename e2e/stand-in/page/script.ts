import { readFileSync } from 'node:fs';
import { blankPage } from '../chromium/flags.ts';
import { boot, showOverlays } from './boot.ts';
import { openConnection } from './connection.ts';
import { showDialog } from './dialog.ts';
import { createPreloadElectron } from './ipc.ts';
import { tameBrowser } from './keys.ts';
import { drawMenu, placeMenu, showMenu } from './menu.ts';
import { createOverlay } from './overlay.ts';
import { openPorts } from './ports.ts';
import { reportView } from './view.ts';

/** Every function of this folder that runs in the page; they call each other by name. */
const parts = [
  boot,
  showOverlays,
  openConnection,
  openPorts,
  createPreloadElectron,
  reportView,
  tameBrowser,
  createOverlay,
  showMenu,
  drawMenu,
  placeMenu,
  showDialog,
];

const css = readFileSync(new URL('./overlay.css', import.meta.url), 'utf8');

/** The script that makes a plain page of Chromium one of Electron's, around the preload bundle. */
export function pageScript(socketUrl: string, preloadFile: string | undefined): string {
  const preload = preloadFile === undefined ? '' : readFileSync(preloadFile, 'utf8');
  // esbuild, which tsx uses, names functions by a helper of its own that the page lacks.
  return `(() => {
const __name = (target) => target;
${parts.join('\n')}
boot(${JSON.stringify({ socketUrl, blankPage, css })}, (exports, require, module) => {
${preload}
});
})();`;
}
