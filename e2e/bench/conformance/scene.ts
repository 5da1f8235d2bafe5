/** What a terminal is sent, after its screen was reset and filled. */
export interface Scene {
  /** The sequence's name in its table: terminfo's, or ECMA-48's and DEC's. */
  readonly name: string;
  readonly about: string;
  /** Bytes, one for each character. */
  readonly input: string;
}

/** Of both terminals. */
export const size = { columns: 80, rows: 24 } as const;

/** The screen before each scene: every row has another text, some of it coloured, and the cursor stands in its middle. */
export const filling = [
  ...Array.from({ length: size.rows }, (_, index) => {
    const letter = String.fromCharCode(0x41 + index);
    return `\u001b[${index + 1};1H${letter.repeat(20)}\u001b[4${index % 8}m${letter.toLowerCase().repeat(30)}\u001b[m0123456789`;
  }),
  '\u001b[10;25H',
].join('');
