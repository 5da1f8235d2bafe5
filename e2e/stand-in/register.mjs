/**
 * Runs a built Electron application on the machine's Chromium:
 * `node --import ./e2e/stand-in/register.mjs out/main/index.js`. The application's own `electron` import finds the
 * stand-in; nothing else changes.
 */
import * as module from 'node:module';
import { register as registerTypeScript } from 'tsx/esm/api';
import { resolve } from './resolve-electron.mjs';

registerTypeScript();
// Node 20 has the older of the two alone, and Node 26 warns of it.
if ('registerHooks' in module) module.registerHooks({ resolve });
else module.register('./resolve-electron.mjs', import.meta.url);
