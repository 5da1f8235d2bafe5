/** What a sender says of a file in ZFILE (chapter 11.4). Nothing of it is to be trusted. */
export interface Offer {
  /** As it came: a path of any length, in whatever character set. */
  readonly name: Uint8Array;
  /** Bytes; null where it is not said. */
  readonly size: number | null;
  /** Seconds since 1970; 0 where it is not said. */
  readonly modifiedAt: number;
  /** Files that are still to come, with this one, and their bytes; null where it is not said. */
  readonly files: number | null;
  readonly totalBytes: number | null;
}

/** Name, NUL, then in text: size, time and mode (both octal), serial number, files and bytes that are left. */
export function readOffer(bytes: Uint8Array): Offer {
  const nul = bytes.indexOf(0);
  const name = Uint8Array.from(nul === -1 ? bytes : bytes.subarray(0, nul));
  const facts = nul === -1 ? new Uint8Array() : bytes.subarray(nul + 1);
  const [size, modifiedAt, , , files, totalBytes] =
    Buffer.from(facts).toString('latin1').split('\0', 1)[0]?.split(' ') ?? [];
  return {
    name,
    size: numberOf(size, 10),
    modifiedAt: numberOf(modifiedAt, 8) ?? 0,
    files: numberOf(files, 10),
    totalBytes: numberOf(totalBytes, 10),
  };
}

function numberOf(text: string | undefined, radix: 8 | 10): number | null {
  if (text === undefined || !/^\d{1,19}$/.test(text)) return null;
  const value = Number.parseInt(text, radix);
  return Number.isSafeInteger(value) ? value : null;
}
