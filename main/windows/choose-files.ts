import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { ChooseFiles } from '../ipc/file-routes.ts';

/** The system's own dialogs for what is transferred. */
export function createChooseFiles(window: () => BrowserWindow | null): ChooseFiles {
  const choose = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? [] : filePaths;
  };
  return {
    toUpload: (what) =>
      choose({
        title: what === 'files' ? 'Upload files' : 'Upload a folder',
        buttonLabel: 'Upload',
        properties: [what === 'files' ? 'openFile' : 'openDirectory', 'multiSelections', 'showHiddenFiles'],
      }),
    downloadFolder: async () => {
      const [folder = null] = await choose({
        title: 'Download to',
        buttonLabel: 'Download',
        properties: ['openDirectory', 'createDirectory'],
      });
      return folder;
    },
  };
}
