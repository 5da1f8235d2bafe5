import type { Profile } from '#contract/profile/profile.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import type { Size } from '../drawing/sizing.ts';
import { limit } from '../guards/limiter.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { coreOf, numbers } from './core.ts';

/** The window follows this often at most: a program may ask without end. */
const resizePeriodMs = 500;

const wideMode = 3;
const allowWideMode = 40;
const columnsOf = { wide: 132, usual: 80 } as const;

/**
 * Asks for the sizes that programs want: rows and columns (CSI 8 t), pixels (CSI 4 t), and 132 or 80 columns (DECCOLM),
 * which clears the screen too. That is heard only after mode 40, as in xterm: `reset` and `tput init` send it to everybody.
 */
export function heedRemoteResize(
  { terminal, host, isReplaying }: Pick<PartContext, 'terminal' | 'host' | 'isReplaying'>,
  profile: Profile,
): TerminalPart {
  const input = coreOf(terminal)._inputHandler;
  let { noRemoteResize } = profile;
  let allowsWide = false;
  const asked = limit(resizePeriodMs, host.onSizeAsked);

  const ask = (size: Partial<Size>) => {
    if (!isReplaying()) asked.offer(inLimits({ columns: terminal.cols, rows: terminal.rows, ...size }));
  };
  const handleModes = (modes: readonly unknown[], isSet: boolean) => {
    if (modes.includes(allowWideMode)) allowsWide = isSet;
    if (noRemoteResize || !allowsWide || !modes.includes(wideMode)) return false;
    input.eraseInDisplay(numbers(2));
    input.cursorPosition(numbers(1, 1));
    ask({ columns: isSet ? columnsOf.wide : columnsOf.usual });
    return false;
  };

  const handlers = [
    terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, (modes) => handleModes(modes, true)),
    terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, (modes) => handleModes(modes, false)),
    terminal.parser.registerCsiHandler({ final: 't' }, ([what, first, second]) => {
      if ((what !== 8 && what !== 4) || noRemoteResize) return false;
      const unit = what === 8 ? { width: 1, height: 1 } : cellOf(terminal.element, terminal);
      const [height, width] = [Number(first ?? 0), Number(second ?? 0)];
      // 0 leaves it as it is.
      ask({
        ...(height > 0 ? { rows: Math.floor(height / unit.height) } : {}),
        ...(width > 0 ? { columns: Math.floor(width / unit.width) } : {}),
      });
      return true;
    }),
  ];
  return {
    apply: (next) => {
      ({ noRemoteResize } = next);
    },
    dispose: () => {
      asked.dispose();
      for (const handler of handlers) handler.dispose();
    },
  };
}

/** The limits of the same settings. */
const inLimits = ({ columns, rows }: Size): Size => ({
  columns: Math.min(Math.max(columns, settingsTable.columns.min), settingsTable.columns.max),
  rows: Math.min(Math.max(rows, settingsTable.rows.min), settingsTable.rows.max),
});

/** A cell in CSS pixels; a usual one while none is drawn. */
function cellOf(element: HTMLElement | undefined, { cols, rows }: { readonly cols: number; readonly rows: number }) {
  const screen = element?.querySelector('.xterm-screen')?.getBoundingClientRect();
  const isDrawn = screen !== undefined && screen.width > 0;
  return isDrawn ? { width: screen.width / cols, height: screen.height / rows } : { width: 8, height: 16 };
}
