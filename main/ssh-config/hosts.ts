import type { ConfigFile } from './config-file.ts';

/** More names than a list is of use for. */
const maxHosts = 5000;

/** The names that `Host` lines give without a pattern, in the files' order, each once. */
export function namedHosts(files: readonly ConfigFile[]): readonly string[] {
  const found = new Set<string>();
  const walk = (file: ConfigFile): void => {
    for (const { keyword, words, included } of file.lines) {
      if (keyword === 'host') for (const word of words.filter(isName)) found.add(word);
      for (const other of included) walk(other);
    }
  };
  for (const file of files) walk(file);
  return [...found].slice(0, maxHosts);
}

/** Nothing that could make one name look like another, and nothing too long for a host name. */
const isName = (word: string) => /^[^*?!\s\p{Cc}\p{Cs}\p{Bidi_Control}]{1,255}$/u.test(word);

/** Whether a `Match exec` is among the lines. */
export const runsCommands = (files: readonly ConfigFile[]): boolean =>
  files.some((file) =>
    file.lines.some(
      ({ keyword, rest, included }) => (keyword === 'match' && /\bexec\b/i.test(rest)) || runsCommands(included),
    ),
  );
