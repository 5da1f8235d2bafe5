/** A key of a .reg file with its values, all of them as text: a number in decimal, signed. */
export interface RegistryKey {
  readonly path: string;
  readonly values: ReadonlyMap<string, string>;
}

const headers = { 'Windows Registry Editor Version 5.00': 'utf-16le', REGEDIT4: 'latin1' } as const;

/**
 * Reads what regedit and `reg.exe export` write: version 5 and, from older systems, REGEDIT4. Null if it is no such
 * file. Values of other types than text and numbers, and deletions, are passed over.
 */
export function parseRegistryFile(text: string): readonly RegistryKey[] | null {
  // A long value goes on after a backslash at the end of its line.
  const lines = text.replace(/\\\r?\n[ \t]*/g, '').split(/\r?\n/);
  const header = lines.findIndex((line) => line.trim() !== '');
  const wide = headers[lines[header]?.replace(/^\uFEFF/, '').trim() as keyof typeof headers];
  if (wide === undefined) return null;

  const keys: { readonly path: string; readonly values: Map<string, string> }[] = [];
  for (const line of lines.slice(header + 1)) {
    const [, path] = /^\[(?!-)(.+)\]\s*$/.exec(line) ?? [];
    if (path !== undefined) keys.push({ path, values: new Map() });
    const [, name, data] = /^"((?:\\.|[^"\\])*)"=(.*)$/.exec(line) ?? [];
    const value = data === undefined ? null : readValue(data.trim(), wide);
    if (name !== undefined && value !== null) keys.at(-1)?.values.set(unquoted(name), value);
  }
  return keys;
}

function readValue(data: string, wide: 'utf-16le' | 'latin1'): string | null {
  const [, quoted] = /^"((?:\\.|[^"\\])*)"$/.exec(data) ?? [];
  if (quoted !== undefined) return unquoted(quoted);
  const [, number] = /^dword:([0-9a-f]{1,8})$/i.exec(data) ?? [];
  if (number !== undefined) return String(Number.parseInt(number, 16) | 0);
  // REG_SZ and REG_EXPAND_SZ as bytes.
  const [, bytes] = /^hex\([12]\):([0-9a-f, ]*)$/i.exec(data) ?? [];
  if (bytes === undefined) return null;
  return Buffer.from(bytes.replace(/[^0-9a-f]/gi, ''), 'hex')
    .toString(wide)
    .replace(/\0+$/, '');
}

const unquoted = (text: string) => text.replace(/\\(.)/g, '$1');
