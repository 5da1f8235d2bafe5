import { basename, dirname, join } from 'node:path';
import { type Result, success } from '#contract/failure.ts';
import type { HostKeyNotation, Read } from './read.ts';
import { readBytes } from './read-bytes.ts';
import { readSmallFile } from './small-file.ts';
import { decodeText } from './text.ts';

/** Reads a file of any kind that {@link readBytes} knows; with a TERATERM.INI the host keys beside it. */
export async function readImportFile(path: string, notation: HostKeyNotation): Promise<Result<Read>> {
  const bytes = await readSmallFile(path);
  if (!bytes.ok) return bytes;
  const read = readBytes(bytes.value, basename(path), notation);
  if (!read.ok || read.value.kind !== 'tera-term') return read;
  const known = await readSmallFile(join(dirname(path), 'ssh_known_hosts'));
  return known.ok ? success({ ...read.value, hostKeys: notation.linesIn(decodeText(known.value)) }) : read;
}
