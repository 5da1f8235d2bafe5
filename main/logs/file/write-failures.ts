import { dirname } from 'node:path';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/** Ends each sentence: the session has nothing to fear. */
const goesOn = () => t('The session goes on; what comes meanwhile is missing from the log.');
const triedAgain = () => t('It is tried again every 30 seconds.');

/** Why a log cannot be written, by the code of the system's error. */
export function writeFailure(error: unknown, path: string): Failure {
  const storage = { code: 'storage-failed', retryable: true, hint: `${goesOn()} ${triedAgain()}` } as const;
  const code = codeOf(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        ...storage,
        code: 'storage-full',
        message: t('The log file {path} cannot be written: the disk is full.', { path }),
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { ...storage, message: t('The log file {path} cannot be written: you may not write there.', { path }) };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return {
        ...storage,
        message: t('The log file {path} cannot be written: there is no folder {folder}.', {
          path,
          folder: dirname(path),
        }),
      };
    case 'EISDIR':
      return { ...storage, message: t('The log file {path} cannot be written: that is not a file.', { path }) };
    default:
      return {
        ...storage,
        message: t('The log file {path} cannot be written ({reason}).', { path, reason: code ?? t('unknown error') }),
      };
  }
}

export const tooSlowFailure = (path: string): Failure => ({
  code: 'storage-failed',
  message: t('The disk is too slow for the log file {path}.', { path }),
  retryable: true,
  hint: goesOn(),
});

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
