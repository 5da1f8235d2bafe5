import type { IBufferCell, ITheme } from '@xterm/xterm';
import { sgrEntries } from '#contract/settings/palette.ts';

/** As `#rrggbb`; null is the terminal's own, which a text that is pasted elsewhere leaves to its new surroundings. */
export interface CellColours {
  readonly foreground: string | null;
  readonly background: string | null;
}

/** The colours that a cell is drawn in, without what selecting it adds. */
export function coloursOf(cell: IBufferCell, theme: ITheme): CellColours {
  const isInverse = cell.isInverse() !== 0;
  const own = { foreground: theme.foreground ?? '#ffffff', background: theme.background ?? '#000000' };
  const foreground = cell.isFgDefault()
    ? null
    : cell.isFgRGB()
      ? hex(cell.getFgColor())
      : paletteColour(boldIndex(cell), theme);
  const background = cell.isBgDefault()
    ? null
    : cell.isBgRGB()
      ? hex(cell.getBgColor())
      : paletteColour(cell.getBgColor(), theme);
  if (isInverse) return { foreground: background ?? own.background, background: foreground ?? own.foreground };
  // On a background of its own, a text in another page's colour could be of that same colour.
  return { foreground: background === null ? foreground : (foreground ?? own.foreground), background };
}

/** xterm.js draws bold text in the bright one of its colour. */
const boldIndex = (cell: IBufferCell) => cell.getFgColor() + (cell.isBold() !== 0 && cell.getFgColor() < 8 ? 8 : 0);

/** The six steps of xterm's colour cube, 16 to 231. */
const cubeSteps = [0, 95, 135, 175, 215, 255] as const;

function paletteColour(index: number, theme: ITheme): string {
  const name = sgrEntries[index];
  if (name !== undefined) return theme[name] ?? '#808080';
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return hex((grey << 16) | (grey << 8) | grey);
  }
  const step = (divisor: number) => cubeSteps[Math.floor((index - 16) / divisor) % 6] ?? 0;
  return hex((step(36) << 16) | (step(6) << 8) | step(1));
}

const hex = (rgb: number) => `#${rgb.toString(16).padStart(6, '0')}`;
