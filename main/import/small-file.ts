import { readFile, stat } from 'node:fs/promises';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/** Bytes at most: a registry export of 10,000 sessions has about 80 MB in UTF-16. */
const maxFileSize = 128 * 1024 * 1024;

/** The bytes of a regular file of a bearable size; `maxBytes` where it is less than that of an import. */
export async function readSmallFile(path: string, maxBytes = maxFileSize): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path);
    if (!found.isFile())
      return failed(unreadable(t("{path} can't be read: it is not a file. Nothing was changed.", { path })));
    if (found.size > maxBytes) {
      const limit = maxBytes / 1024 / 1024;
      return failed(
        unreadable(t("{path} can't be read: it is larger than {limit} MB. Nothing was changed.", { path, limit })),
      );
    }
    return success(await readFile(path));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? t('unknown error');
    return failed(unreadable(t("{path} can't be read: {reason}. Nothing was changed.", { path, reason })));
  }
}

const unreadable = (message: string): Failure => ({ code: 'storage-failed', message, retryable: true });
