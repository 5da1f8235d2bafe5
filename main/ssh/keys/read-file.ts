import { readFile, stat } from 'node:fs/promises';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { SettingKey } from '#contract/settings/settings-table.ts';

/** Bytes; the largest real keys (RSA 16384) are 13 KB, and certificates with many names not much more. */
const maxFileSize = 256 * 1024;

/** `what` is what sentences call it, such as "key file"; `field` is the setting that names the file. */
export async function readSmallFile(file: string, what: string, field: SettingKey): Promise<Result<Buffer>> {
  const unreadable = (message: string) => failed(keyFailure(message, { field }));
  try {
    const status = await stat(file);
    if (status.isDirectory()) return unreadable(t('{file} is a folder, not a {what}.', { file, what }));
    // A pipe or a device may have no end.
    if (!status.isFile()) return unreadable(t('{file} is not a file.', { file }));
    if (status.size > maxFileSize) return unreadable(t('The file {file} is too large to be a {what}.', { file, what }));
    return success(await readFile(file));
  } catch (error) {
    return unreadable(reasonOf((error as NodeJS.ErrnoException).code, what, file));
  }
}

function reasonOf(code: string | undefined, what: string, file: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return t('The {what} {file} does not exist.', { what, file });
    case 'EACCES':
    case 'EPERM':
      return t('The {what} {file} may not be read by this user.', { what, file });
    default:
      return t('The {what} {file} could not be read ({code}).', { what, file, code: code ?? 'unknown' });
  }
}

interface Details {
  readonly field?: SettingKey;
  readonly hint?: string;
}

/** A key that can't be used; its file is to blame unless another setting is. */
export const keyFailure = (message: string, { field = 'keyFile', hint }: Details = {}): Failure => ({
  code: 'key-unusable',
  message,
  retryable: false,
  field,
  ...(hint === undefined ? {} : { hint }),
});
