import { app, type BrowserWindow } from 'electron';
import type { Core } from '../core.ts';
import { openReceiveFolder } from '../profiles/receive-folder.ts';
import type { OpenZmodem } from '../session/ports/zmodem.ts';
import { createChooseFiles } from '../windows/choose-files.ts';
import { createZmodem } from '../zmodem/zmodem.ts';

/** Zmodem with the dialogs and the folders of this computer. */
export function zmodemHere(
  { clock, findCharacterSet }: Pick<Core, 'clock' | 'findCharacterSet'>,
  window: () => BrowserWindow | null,
): OpenZmodem {
  const folder = openReceiveFolder(app.getPath('userData'), app.getPath('downloads'));
  const choose = createChooseFiles(window);
  return createZmodem({
    clock,
    platform: process.platform,
    findCharacterSet,
    local: {
      folder: folder.current,
      noteFolder: folder.note,
      chooseFolder: () => choose.receiveFolder(folder.current()),
      chooseFiles: choose.toSend,
    },
  });
}
