import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { schemaVersion } from './document.ts';

/** What a file keeps, as the subject of a sentence: "The saved sessions". Its verb is plural. */
export type Kept = 'The saved sessions' | 'The notes on paths' | 'The saved passwords' | 'The highlight sets';

/** A file operation's error as a Failure, by its code. */
export function storageFailure(error: unknown, kept: Kept, folder: string): Failure {
  const code = codeOf(error);
  if (code !== null && diskFullCodes.has(code)) {
    return {
      code: 'storage-full',
      message: t('The disk is full, so nothing was saved. What was saved before is unchanged.'),
      retryable: true,
      hint: t('Free some space and save again.'),
    };
  }
  return {
    code: 'storage-failed',
    message:
      code === null
        ? t('{kept} could not be written. What was saved before is unchanged.', { kept: t(kept) })
        : t('{kept} could not be written ({code}). What was saved before is unchanged.', { kept: t(kept), code }),
    retryable: true,
    hint: t('Check that you may write to {folder}, and save again.', { folder }),
  };
}

/** The file is a later version's: saving would lose what only that version knows. */
export const newerFailure = (version: number, kept: Kept): Failure => ({
  code: 'storage-newer',
  message: t(
    '{kept} were written by a newer version of Holdfast (file version {version}; this one knows {schemaVersion}). They are left as they are, and nothing can be saved.',
    { kept: t(kept), version, schemaVersion },
  ),
  retryable: false,
  hint: t('Update Holdfast to use them.'),
});

export const unreadableFailure = (error: unknown, kept: Kept, file: string): Failure => ({
  code: 'storage-failed',
  message: t('{kept} could not be read ({reason}). Nothing was changed.', {
    kept: t(kept),
    reason: codeOf(error) ?? t('unknown error'),
  }),
  retryable: true,
  hint: t('Check that you may read {file}.', { file }),
});

export const lockedFailure = (lockFile: string): Failure => ({
  code: 'storage-failed',
  message: t('Another Holdfast is saving at this moment, so nothing was saved. What was saved before is unchanged.'),
  retryable: true,
  hint: t('Save again; if no other Holdfast runs, delete {lockFile}.', { lockFile }),
});

/** The code of a Node system error, such as ENOSPC. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Full disk, used-up quota, and a file beyond the file system's limit. */
const diskFullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
