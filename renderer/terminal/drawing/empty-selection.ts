import type { Terminal } from '@xterm/xterm';
import { coreOf } from '../emulation/core.ts';

/**
 * Keeps from the renderer that what was not selected still is not. xterm.js 6.0 tells it of the selection in each frame
 * in which lines have scrolled, and the DOM renderer draws all rows once more for it: each row of a flood twice
 * (xtermjs/xterm.js#4633). For a terminal that has been opened.
 */
export function passOverEmptySelection(terminal: Terminal): void {
  const renderer = coreOf(terminal)._renderService;
  const original = renderer.handleSelectionChanged;
  let wasEmpty = true;
  renderer.handleSelectionChanged = (start, end, isColumns) => {
    const isEmpty = start === undefined || end === undefined || (start[0] === end[0] && start[1] === end[1]);
    if (!isEmpty || !wasEmpty) original.call(renderer, start, end, isColumns);
    wasEmpty = isEmpty;
  };
}
