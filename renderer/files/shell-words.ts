/** A terminal would take them for keys, in quotes too; or, of names that are no UTF-8, they can't be typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const untypable = /[\u0000-\u001f\u007f-\u009f\p{Cs}]/u;

/** No shell sees more in them than letters. */
const plain = /^[\w@%+:,./-]+$/;

/**
 * Paths as a shell reads them (POSIX, "Quoting"), with room for what is typed next; null where a server's name has such
 * characters: no quotes keep them from acting.
 */
export function shellWords(paths: readonly string[]): string | null {
  if (paths.some((path) => untypable.test(path))) return null;
  return paths.map((path) => `${plain.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`} `).join('');
}
