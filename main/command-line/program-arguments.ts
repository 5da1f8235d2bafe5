/**
 * The words that the user gave, of a process's whole command line. Unpackaged, the first word that is not one of
 * Electron's switches is the program's own path.
 */
export function programArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const words = argv.slice(1);
  if (isPackaged) return words;
  const path = words.findIndex((word) => !word.startsWith('--'));
  return words.filter((_word, index) => index !== path);
}
