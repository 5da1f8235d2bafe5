import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type * as Electron from 'electron';
import { BrowserWindowStandIn } from './browser-window.ts';
import type { DialogAnswer, DialogForm } from './link/wire.ts';
import { windowList } from './window-list.ts';

const plainForm: DialogForm = {
  title: '',
  message: '',
  detail: '',
  buttons: ['OK'],
  defaultButton: 0,
  cancelButton: 0,
  path: null,
  checkbox: null,
};

/** Electron's dialogs take the window first, or leave it out. */
type WithWindow<Options> = [BrowserWindowStandIn, Options] | [Options];

const split = <Options>(args: WithWindow<Options>): [BrowserWindowStandIn | undefined, Options] =>
  args.length === 2 ? args : [windowList.all().at(-1), args[0]];

async function show(window: BrowserWindowStandIn | undefined, form: DialogForm): Promise<DialogAnswer | null> {
  return window === undefined ? null : window.webContents.overlays.showDialog(form);
}

/** Asks for a path in a field, since a page cannot list folders; null if cancelled. `~` is the home folder. */
async function askPath(window: BrowserWindowStandIn | undefined, title: string, action: string, value: string) {
  const buttons = ['Cancel', action];
  const path = { label: 'File name', value };
  const answer = await show(window, { ...plainForm, title, buttons, defaultButton: 1, path });
  if (answer?.button !== 1 || answer.path.trim() === '') return null;
  return resolve(answer.path.trim().replace(/^~(?=\/|$)/, homedir()));
}

export const dialog = {
  async showOpenDialog(...args: WithWindow<Electron.OpenDialogOptions>) {
    const [window, options] = split(args);
    const { title = 'Open', buttonLabel = 'Open', defaultPath = '' } = options;
    const path = await askPath(window, title, buttonLabel, defaultPath);
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },

  async showSaveDialog(...args: WithWindow<Electron.SaveDialogOptions>) {
    const [window, options] = split(args);
    const { title = 'Save', buttonLabel = 'Save', defaultPath = '' } = options;
    const filePath = await askPath(window, title, buttonLabel, defaultPath);
    return { canceled: filePath === null, filePath: filePath ?? '' };
  },

  async showMessageBox(...args: WithWindow<Electron.MessageBoxOptions>) {
    const [window, options] = split(args);
    const { title = '', message, detail = '', buttons = ['OK'], defaultId = 0, cancelId = 0 } = options;
    const { checkboxLabel, checkboxChecked = false } = options;
    const checkbox = checkboxLabel === undefined ? null : { label: checkboxLabel, checked: checkboxChecked };
    const form = { ...plainForm, title, message, detail, buttons, checkbox };
    const answer = await show(window, { ...form, defaultButton: defaultId, cancelButton: cancelId });
    return { response: answer?.button ?? cancelId, checkboxChecked: answer?.checked ?? checkboxChecked };
  },

  /** Also on standard error, since it may come before any window. */
  showErrorBox(title: string, message: string): void {
    process.stderr.write(`${title}\n${message}\n`);
    void show(BrowserWindowStandIn.getFocusedWindow() ?? windowList.all().at(-1), { ...plainForm, title, message });
  },
};
