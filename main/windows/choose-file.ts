import { type BrowserWindow, dialog } from 'electron';
import { t } from '#contract/language/language.ts';

/** Asks the user for a file; resolves to its path, or null if the user thought better of it. */
export type ChooseFile = (title: string) => Promise<string | null>;

/** A file to read. */
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

/** A file to write, later. */
export const createChooseNewFile =
  (window: () => BrowserWindow | null): ChooseFile =>
  async (title) => {
    const options = { title, buttonLabel: t('Choose'), properties: ['showHiddenFiles' as const] };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    return canceled || filePath === '' ? null : filePath;
  };
