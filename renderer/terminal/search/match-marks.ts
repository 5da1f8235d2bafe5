import type { IDecoration, IMarker, Terminal } from '@xterm/xterm';
import type { Match } from './scan.ts';

/** Behind and of matches, on a dark scheme and on a light one; and of the current one, on any. */
const colours = {
  dark: ['#5a4300', '#ffffff'],
  light: ['#ffdd80', '#1a1a1a'],
  current: ['#ff9632', '#1a1a1a'],
} as const;

/** Marks the matches that are on the screen. */
export interface MatchMarks {
  readonly show: (matches: readonly Match[], current: Match | null) => void;
  readonly clear: () => void;
}

export function createMatchMarks(terminal: Terminal): MatchMarks {
  let shown: { readonly decoration: IDecoration | undefined; readonly marker: IMarker }[] = [];

  const clear = () => {
    for (const { decoration, marker } of shown) {
      decoration?.dispose();
      marker.dispose();
    }
    shown = [];
  };

  const mark = (match: Match, isCurrent: boolean) => {
    const { baseY, cursorY } = terminal.buffer.active;
    const scheme = isDark(terminal.options.theme?.background ?? '#000000') ? 'dark' : 'light';
    const [backgroundColor, foregroundColor] = colours[isCurrent ? 'current' : scheme];
    for (const { x, y, length: width } of rowsOf(match, terminal.cols)) {
      const marker = terminal.registerMarker(y - baseY - cursorY);
      // The current match is selected: its mark lies above the selection's colour.
      const layer = isCurrent ? 'top' : 'bottom';
      const decoration = terminal.registerDecoration({ marker, x, width, backgroundColor, foregroundColor, layer });
      shown.push({ decoration, marker });
    }
  };

  return {
    show: (matches, current) => {
      clear();
      const { viewportY } = terminal.buffer.active;
      for (const match of matches) {
        const lastRow = match.y + Math.ceil((match.x + match.length) / terminal.cols) - 1;
        if (lastRow >= viewportY && match.y < viewportY + terminal.rows) mark(match, match === current);
      }
    },
    clear,
  };
}

/** A match that goes on in further rows, row by row. */
function rowsOf({ x, y, length }: Match, columns: number): readonly Match[] {
  const first = Math.min(length, columns - x);
  return first < length
    ? [{ x, y, length: first }, ...rowsOf({ x: 0, y: y + 1, length: length - first }, columns)]
    : [{ x, y, length }];
}

/** Of a colour as #rrggbb, by its three parts alone: schemes are far from the middle. */
const isDark = (colour: string) =>
  [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0) < (3 * 0xff) / 2;
