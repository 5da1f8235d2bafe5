import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { reportCursor } from './cursor-report.ts';

let terminal: BareTerminal;
beforeEach(() => {
  terminal = setUpBareTerminal();
  reportCursor(terminal.context);
});
afterEach(() => terminal.dispose());

it.each([
  ['in the middle', '\u001b[10;20H', '\u001b[10;20R'],
  ['in the last column, where a character waits to wrap', '\u001b[3;80Hx', '\u001b[3;80R'],
  ['within margins, where it counts from the upper one', '\u001b[4;15r\u001b[?6h\u001b[3;5H', '\u001b[3;5R'],
])('the cursor is reported %s as xterm does', async (_place, sequence, answer) => {
  await terminal.print(`${sequence}\u001b[6n`);
  expect(terminal.typed).toEqual([answer]);
});

it('is not reported to output that is read again', async () => {
  reportCursor({ ...terminal.context, isReplaying: () => true });
  await terminal.print('\u001b[6n');
  expect(terminal.typed).toEqual([]);
});
