import { type BrowserWindow, dialog } from 'electron';
import { type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { writeTextFile } from './write-text-file.ts';

/** A text that the user may save, under a name of his choice. */
export interface SavedText {
  /** Of the dialog. */
  readonly title: string;
  /** Offered; with its extension. */
  readonly fileName: string;
  /** What files of this kind are called, and their extension. */
  readonly kind: { readonly name: string; readonly extension: string };
  /** Asked for when the user has chosen, so that it is of that moment. */
  readonly text: () => string;
}

/** Asks the user where to save, and saves there; resolves to the path, or null if the user thought better of it. */
export type SaveFile = (saved: SavedText) => Promise<Result<string | null>>;

export function createSaveFile(window: () => BrowserWindow | null): SaveFile {
  return async ({ title, fileName, kind, text }) => {
    const options = {
      title,
      buttonLabel: t('Save'),
      defaultPath: fileName,
      filters: [{ name: kind.name, extensions: [kind.extension] }],
    };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (canceled || filePath === '') return success(null);
    const written = await writeTextFile(filePath, text());
    return written.ok ? success(filePath) : written;
  };
}
