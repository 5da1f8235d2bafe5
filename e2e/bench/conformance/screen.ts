/** One cell as a terminal shows it. */
export interface Cell {
  /** Empty in the second half of a wide character; a blank is a space. */
  readonly text: string;
  /** Looks in SGR's numbers, in order: "1;4;fg1;bg4". Empty for the terminal's own. */
  readonly looks: string;
}

/** What is on a screen, and where the cursor is, counted from 1. */
export interface Screen {
  readonly rows: readonly (readonly Cell[])[];
  readonly cursor: string;
}

/** The looks that both terminals can tell of. */
export interface Looks {
  readonly bold: boolean;
  readonly underline: boolean;
  readonly blink: boolean;
  readonly inverse: boolean;
  /** Number in the palette; -1 for the terminal's own. */
  readonly foreground: number;
  readonly background: number;
}

export const noLooks: Looks = {
  bold: false,
  underline: false,
  blink: false,
  inverse: false,
  foreground: -1,
  background: -1,
};

export const looksText = ({ bold, underline, blink, inverse, foreground, background }: Looks): string =>
  [
    bold ? '1' : '',
    underline ? '4' : '',
    blink ? '5' : '',
    inverse ? '7' : '',
    foreground === -1 ? '' : `fg${foreground}`,
    background === -1 ? '' : `bg${background}`,
  ]
    .filter((part) => part !== '')
    .join(';');

/** The first place at which two screens differ, in words; null where they are alike. */
export function differenceOf(ours: Screen, theirs: Screen): string | null {
  for (const [y, row] of theirs.rows.entries()) {
    for (const [x, cell] of row.entries()) {
      const own = ours.rows[y]?.[x];
      if (own === undefined || own.text !== cell.text) {
        return `row ${y + 1}, column ${x + 1}: "${own?.text ?? ''}" for "${cell.text}"`;
      }
      if (own.looks !== cell.looks) {
        return `row ${y + 1}, column ${x + 1}: looks "${own.looks}" for "${cell.looks}"`;
      }
    }
  }
  return ours.cursor === theirs.cursor ? null : `cursor at ${ours.cursor} for ${theirs.cursor}`;
}
