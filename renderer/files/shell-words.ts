/** A terminal would take them for keys, in quotes too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** No shell sees more in them than letters. */
const plain = /^[\w@%+:,./-]+$/;

/**
 * Paths as a shell reads them (POSIX, "Quoting"), with room for what is typed next; null where a server's name has control
 * characters: no quotes keep these from acting.
 */
export function shellWords(paths: readonly string[]): string | null {
  if (paths.some((path) => control.test(path))) return null;
  return paths.map((path) => `${plain.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`} `).join('');
}
