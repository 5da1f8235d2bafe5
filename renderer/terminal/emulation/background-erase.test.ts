import { Terminal } from '@xterm/xterm';
import { expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { chooseEraseColour } from './background-erase.ts';

it.each([
  [true, false],
  [false, true],
])('what is erased with a colour of its own set (%s) has the usual background: %s', async (backgroundErase, usual) => {
  const terminal = new Terminal({ allowProposedApi: true });
  const part = chooseEraseColour(terminal, { ...defaultProfile, backgroundErase });
  await new Promise<void>((resolve) => terminal.write('\u001b[44m\u001b[2K\u001b[1;5Hx\u001b[24;1H\r\n', resolve));
  const lines = terminal.buffer.active;
  expect(
    lines
      .getLine(lines.baseY + terminal.rows - 1)
      ?.getCell(3)
      ?.isBgDefault(),
  ).toBe(usual);
  expect(lines.getLine(0)?.getCell(7)?.isBgDefault()).toBe(usual);
  // What is printed has its own.
  expect(lines.getLine(0)?.getCell(4)?.isBgDefault()).toBe(false);
  part.dispose();
  terminal.dispose();
});
