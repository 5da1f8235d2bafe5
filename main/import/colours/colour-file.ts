import { basename, extname } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { type NamedPalette, readPalette } from '#contract/settings/palette.ts';
import { readSmallFile } from '../small-file.ts';
import { decodeText } from '../text.ts';
import { readItermColours } from './iterm.ts';
import { readWindowsTerminalColours } from './windows-terminal.ts';

/** Bytes at most: a file of iTerm2 with its light and dark forms has 60 KB, one of 500 schemes 400. */
const maxColourFile = 2 * 1024 * 1024;

/** Reads the colours of an .itermcolors file, or of JSON as Windows Terminal has it. */
export async function readColourFile(path: string): Promise<Result<readonly NamedPalette[]>> {
  const bytes = await readSmallFile(path, maxColourFile);
  return bytes.ok ? readColours(decodeText(bytes.value), basename(path, extname(path))) : bytes;
}

/** The same of a file's text; `name` is what a scheme without a name goes by. */
export function readColours(text: string, name: string): Result<readonly NamedPalette[]> {
  const iterm = readItermColours(text);
  const schemes = iterm === null ? readWindowsTerminalColours(text) : [{ name, palette: iterm }];
  if (schemes === null) return failed(noColours());
  // In PuTTY's order, as settings keep them.
  return success(schemes.map((scheme) => ({ name: scheme.name || name, palette: readPalette(scheme.palette) ?? {} })));
}

const noColours = (): Failure => ({
  code: 'invalid-payload',
  message: t('This file has no colours that could be read. Nothing was changed.'),
  retryable: false,
  hint: t('Choose an .itermcolors file, a colour scheme of Windows Terminal, or its settings.json.'),
});
