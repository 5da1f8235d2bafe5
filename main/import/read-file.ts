import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { HostKeyNotation, Read } from './read.ts';
import { readBytes } from './read-bytes.ts';
import { decodeText } from './text.ts';

/** Bytes at most: a registry export of 10,000 sessions has about 80 MB in UTF-16. */
const maxFileSize = 128 * 1024 * 1024;

/** Reads a file of any kind that {@link readBytes} knows; with a TERATERM.INI the host keys beside it. */
export async function readImportFile(path: string, notation: HostKeyNotation): Promise<Result<Read>> {
  const bytes = await readSmallFile(path);
  if (!bytes.ok) return bytes;
  const read = readBytes(bytes.value, basename(path), notation);
  if (!read.ok || read.value.kind !== 'tera-term') return read;
  const known = await readSmallFile(join(dirname(path), 'ssh_known_hosts'));
  return known.ok ? success({ ...read.value, hostKeys: notation.linesIn(decodeText(known.value)) }) : read;
}

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
