/**
 * Runs a built Electron application on the machine's Chromium:
 * `node --import ./e2e/stand-in/register.mjs out/main/index.js`. The application's own `electron` import finds the
 * stand-in; nothing else changes.
 */
import { register } from 'node:module';
import { register as registerTypeScript } from 'tsx/esm/api';

registerTypeScript();
register('./resolve-electron.mjs', import.meta.url);
