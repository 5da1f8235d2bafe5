import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/**
 * Puts the text at this path in one step: a file of that name is replaced by the whole text, or stays as it was. Only
 * the user may read it. A symbolic link keeps its place, and the file that it leads to is replaced.
 */
export async function writeTextFile(path: string, text: string): Promise<Result<null>> {
  const target = await realpath(path).catch(() => path);
  const staged = join(dirname(target), `.holdfast-${randomUUID()}.tmp`);
  try {
    const file = await open(staged, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(staged, target);
    return success(null);
  } catch (error) {
    await rm(staged, { force: true }).catch(() => undefined);
    return failed(writeFailure(codeOf(error), target));
  }
}

/** Why a file could not be written, by the code of the system's error. */
export function writeFailure(code: string | null, path: string): Failure {
  const folder = dirname(path);
  const storage = { code: 'storage-failed', retryable: true } as const;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        code: 'storage-full',
        message: t('The disk is full, so nothing was saved.'),
        retryable: true,
        hint: t('Free some space, or choose another disk.'),
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        ...storage,
        message: t('You may not write to {folder}, so nothing was saved.', { folder }),
        hint: elsewhere(),
      };
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        ...storage,
        message: t('There is no folder {folder}, so nothing was saved.', { folder }),
        hint: elsewhere(),
      };
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return {
        ...storage,
        message: t('{path} is a folder, so nothing was saved.', { path }),
        hint: t('Choose another name.'),
      };
    default:
      return {
        ...storage,
        message: t('The file could not be written ({reason}).', { reason: code ?? t('unknown error') }),
        hint: elsewhere(),
      };
  }
}

const elsewhere = () => t('Choose another folder.');

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
