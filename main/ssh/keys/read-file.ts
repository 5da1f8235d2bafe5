import { readFile, stat } from 'node:fs/promises';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { SettingKey } from '#contract/settings-table.ts';

/** Bytes; the largest real keys (RSA 16384) are 13 KB, and certificates with many names not much more. */
const maxFileSize = 256 * 1024;

/** `what` is what sentences call it, such as "key file"; `field` is the setting that names the file. */
export async function readSmallFile(file: string, what: string, field: SettingKey): Promise<Result<Buffer>> {
  const unreadable = (message: string) => failed(keyFailure(message, { field }));
  try {
    const status = await stat(file);
    if (status.isDirectory()) return unreadable(`${file} is a folder, not a ${what}.`);
    // A pipe or a device may have no end.
    if (!status.isFile()) return unreadable(`${file} is not a file.`);
    if (status.size > maxFileSize) return unreadable(`The file ${file} is too large to be a ${what}.`);
    return success(await readFile(file));
  } catch (error) {
    return unreadable(`The ${what} ${file} ${reasonOf((error as NodeJS.ErrnoException).code)}`);
  }
}

function reasonOf(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist.';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user.';
    default:
      return `could not be read (${code ?? 'unknown'}).`;
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
