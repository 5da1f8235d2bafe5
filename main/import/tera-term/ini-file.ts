/** The sections of an .ini file, by name in lower case; of a key that is there twice the first counts, as in Windows. */
export function parseIniFile(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | null = null;
  for (const line of text.split(/\r?\n/)) {
    const [, section] = /^\s*\[([^\]]+)\]/.exec(line) ?? [];
    if (section !== undefined) {
      const name = section.trim().toLowerCase();
      current = sections.get(name) ?? new Map();
      sections.set(name, current);
      continue;
    }
    const at = line.indexOf('=');
    const key = line.slice(0, at).trim();
    if (at > 0 && current !== null && !/^[;#]/.test(key) && !current.has(key)) {
      current.set(
        key,
        line
          .slice(at + 1)
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      );
    }
  }
  return sections;
}
