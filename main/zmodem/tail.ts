/** What may still belong to a header whose digits are read, and the "OO" after the last one, at the beginning of this. */
export function tailLength(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.subarray(0, 6)).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is made of them
  return /^\r?[\n\x8a]?\x11?(?:OO?)?/.exec(text)?.[0].length ?? 0;
}
