import type { Result } from '#contract/failure.ts';
import { failed, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../../ssh/sanitise.ts';

/** What Windows takes for devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** What Windows has no names with; `:` would reach into a file's alternate stream. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
const notOnWindows = /[\u0000-\u001f<>:"|?*\\/]/g;

/** Bytes at most of a name on the file systems in use. */
const maxNameBytes = 255;

/**
 * The local name of a file that the server calls `name`, which it chooses freely: it must stay in its folder. Where the
 * system has no such name, characters are replaced as the name is shown in the list; what is no name at all is refused.
 */
export function localName(name: string, platform: NodeJS.Platform): Result<string> {
  const isNoName = name === '' || name === '.' || name === '..' || /[/\0]/.test(name);
  if (isNoName || Buffer.byteLength(name) > maxNameBytes) return failed(unusable(name));
  const written = name.replace(/\p{Cs}/gu, '\ufffd'); // bytes that are no UTF-8
  if (platform !== 'win32') return success(written);
  // Windows drops dots and spaces at the end: another name, and perhaps another file's.
  const kept = written.replace(notOnWindows, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return success(devices.test(kept) ? `_${kept}` : kept);
}

const unusable = (name: string) =>
  ({
    code: 'file-refused',
    message: t('The server names a file "{name}", which can\'t be a file\'s name here: it was left out.', {
      name: harmlessLine(name),
    }),
    retryable: false,
  }) as const;

/** `a.txt`, `a (1).txt`, `a (2).txt`, …: the first that is not taken; `.a` has no extension. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem} (${number})${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}
