import { mkdir } from 'node:fs/promises';
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { t } from '#contract/language/language.ts';
import type { ChooseFiles } from '../ipc/file-routes.ts';

/** The same for files that go by the terminal's own channel. */
export interface ChooseFilesOfTerminal {
  readonly toSend: () => Promise<readonly string[]>;
  /** Begins in this folder; null if the user thought better of it. */
  readonly receiveFolder: (begin: string) => Promise<string | null>;
}

/** The system's own dialogs for what is transferred. */
export function createChooseFiles(window: () => BrowserWindow | null): ChooseFiles & ChooseFilesOfTerminal {
  const choose = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? [] : filePaths;
  };
  const chooseFolder = async (options: OpenDialogOptions) => {
    const [folder = null] = await choose({ ...options, properties: ['openDirectory', 'createDirectory'] });
    return folder;
  };
  return {
    toSend: () =>
      choose({
        title: t('Send files'),
        buttonLabel: t('Send'),
        properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
      }),
    receiveFolder: (begin) =>
      chooseFolder({ title: t('Receive files into'), buttonLabel: t('Receive'), defaultPath: begin }),
    toUpload: (what) =>
      choose({
        title: what === 'files' ? t('Upload files') : t('Upload a folder'),
        buttonLabel: t('Upload'),
        properties: [what === 'files' ? 'openFile' : 'openDirectory', 'multiSelections', 'showHiddenFiles'],
      }),
    downloads: async () => {
      const folder = app.getPath('downloads');
      // A new account has none. Where it can't be made, the transfer says so.
      await mkdir(folder, { recursive: true }).catch(() => undefined);
      return folder;
    },
    localFolder: () => chooseFolder({ title: t('Show a folder of this computer'), buttonLabel: t('Show') }),
    downloadFolder: () => chooseFolder({ title: t('Download to'), buttonLabel: t('Download') }),
  };
}
