import { success } from '#contract/failure.ts';
import type { HostKeyNotation, Read } from '../read.ts';
import { readBytes } from '../read-bytes.ts';

/** Takes each entry for one of a known host. */
export const plainNotation: HostKeyNotation = {
  lineOf: ({ name, value }) => success(`${name} ${value}`),
  entriesIn: () => [],
  linesIn: (text) => text.split('\n').filter((line) => / ssh-\w+ AAAA/.test(line)),
};

/** Reads a text that has to be readable. */
export function readText(text: string | Uint8Array, fileName = 'file'): Read {
  const read = readBytes(typeof text === 'string' ? Buffer.from(text) : text, fileName, plainNotation);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
