import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import headless from '@xterm/headless';
import type { IBufferCell, ITerminalAddon, Terminal } from '@xterm/xterm';
import { defaultProfile } from '../../../app/contract/profile/profile.ts';
import { chooseEraseColour } from '../../../renderer/terminal/emulation/background-erase.ts';
import { reportCursor } from '../../../renderer/terminal/emulation/cursor-report.ts';
import { holdInitialModes } from '../../../renderer/terminal/emulation/initial-modes.ts';
import { implyLineFeeds } from '../../../renderer/terminal/emulation/line-ends.ts';
import { gateModes } from '../../../renderer/terminal/emulation/mode-gate.ts';
import { gateOutput } from '../../../renderer/terminal/emulation/output-gate.ts';
import { guardCounts } from '../../../renderer/terminal/guards/csi-guards.ts';
import { guardPayloads } from '../../../renderer/terminal/guards/payload-guards.ts';
import { filling, type Scene, size } from './scene.ts';
import { type Cell, looksText, type Screen } from './screen.ts';

/** The screens of Holdfast's terminal, without its page: xterm.js, and the parts that stand on its parser. */
export async function screensOfHoldfast(scenes: readonly Scene[]): Promise<readonly Screen[]> {
  const screens: Screen[] = [];
  for (const scene of scenes) screens.push(await screenOf(scene));
  return screens;
}

async function screenOf({ input }: Scene): Promise<Screen> {
  const terminal = new headless.Terminal({ allowProposedApi: true, cols: size.columns, rows: size.rows });
  const whole = terminal as unknown as Terminal;
  terminal.loadAddon(new UnicodeGraphemesAddon() as ITerminalAddon as never);
  terminal.unicode.activeVersion = '15-graphemes';
  const answers: string[] = [];
  const parts = [
    guardPayloads(whole),
    guardCounts(whole),
    holdInitialModes(whole, defaultProfile),
    gateModes(whole, defaultProfile),
    implyLineFeeds(whole, defaultProfile),
    chooseEraseColour(whole, defaultProfile),
    gateOutput(whole, defaultProfile),
    reportCursor({ terminal: whole, type: (text) => answers.push(text), isReplaying: () => false }),
  ];
  terminal.onData((data) => answers.push(data));
  await write(terminal, Buffer.from(filling + input, 'latin1'));
  answers.length = 0;
  await write(terminal, Buffer.from('\u001b[6n'));
  const cursor = /\[(\d+;\d+)R/.exec(answers.join(''))?.[1] ?? '';
  const { active } = terminal.buffer;
  const rows = Array.from({ length: size.rows }, (_, y) => {
    const line = active.getLine(active.baseY + y);
    return Array.from({ length: size.columns }, (_cell, x) => readCell(line?.getCell(x) as IBufferCell | undefined));
  });
  for (const part of parts) part.dispose();
  terminal.dispose();
  return { rows, cursor };
}

const write = (terminal: { write: (data: Uint8Array, done: () => void) => void }, bytes: Uint8Array) =>
  new Promise<void>((resolve) => terminal.write(bytes, resolve));

function readCell(cell: IBufferCell | undefined): Cell {
  if (cell === undefined) return { text: ' ', looks: '' };
  const isSecondHalf = cell.getWidth() === 0;
  return {
    // xterm prints nothing of what is hidden.
    text: isSecondHalf ? '' : (!cell.isInvisible() && cell.getChars().normalize()) || ' ',
    looks: looksText({
      bold: cell.isBold() !== 0,
      underline: cell.isUnderline() !== 0,
      blink: cell.isBlink() !== 0,
      inverse: cell.isInverse() !== 0,
      foreground: cell.isFgDefault() ? -1 : cell.getFgColor(),
      background: cell.isBgDefault() ? -1 : cell.getBgColor(),
    }),
  };
}
