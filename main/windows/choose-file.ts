import { type BrowserWindow, dialog } from 'electron';

/** Asks the user for a file to read; resolves to its path, or null if the user thought better of it. */
export type ChooseFile = (title: string) => Promise<string | null>;

export const createChooseFile =
  (window: () => BrowserWindow | null): ChooseFile =>
  async (title) => {
    const options = { title, properties: ['openFile' as const, 'showHiddenFiles' as const] };
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? null : (filePaths[0] ?? null);
  };
