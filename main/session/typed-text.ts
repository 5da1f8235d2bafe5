const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', e: '\u001b', s: ' ', '\\': '\\' };

/**
 * The bytes of a text that stands for keys: `\n \r \t \b \e \s \\` and `\xHH` as in C, all else itself, in UTF-8. A
 * backslash before anything else is a backslash.
 */
export function typedText(text: string): Uint8Array {
  const keys = text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|([nrtbes\\]))/g, (_match, hex?: string, name?: string) =>
    hex === undefined ? (named[name ?? ''] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new TextEncoder().encode(keys);
}
