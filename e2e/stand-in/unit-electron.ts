import { tmpdir } from 'node:os';

/** What unit tests get for `electron`: importing the package itself would download its binary. */
export const app = { getPath: () => tmpdir(), getVersion: () => '0.0.0', getName: () => 'holdfast' };
export const ipcMain = { on: () => undefined };
export const ipcRenderer = {};
export const shell = {};
/** Shows nothing. */
export class Notification {}
export default { app, ipcMain, ipcRenderer, shell };
