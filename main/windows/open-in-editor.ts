import { shell } from 'electron';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/** Opens a file in the program that this system has for it; gives why it could not, or null. */
export const openInEditor = async (path: string): Promise<Failure | null> =>
  (await shell.openPath(path)) === '' ? null : noEditor();

const noEditor = (): Failure => ({
  code: 'not-found',
  message: t('This computer has no program that opens files of this kind.'),
  retryable: true,
});
