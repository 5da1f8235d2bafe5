const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', e: '\u001b', s: ' ', '\\': '\\' };

/**
 * The keys that a text stands for: `\n \r \t \b \e \s \\` and `\xHH` as in C, all else itself. A backslash before
 * anything else is a backslash.
 */
export const typedKeys = (text: string): string =>
  text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|([nrtbes\\]))/g, (_match, hex?: string, name?: string) =>
    hex === undefined ? (named[name ?? ''] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
