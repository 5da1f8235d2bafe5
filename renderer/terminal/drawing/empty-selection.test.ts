import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { passOverEmptySelection } from './empty-selection.ts';

let bare: BareTerminal;
beforeEach(() => {
  bare = setUpBareTerminal();
  passOverEmptySelection(bare.terminal);
});
afterEach(() => bare.dispose());

const all = (selector: string) => bare.context.element.querySelectorAll<HTMLElement>(selector);
const isDrawn = (text: string) => [...all('.xterm-rows > div')].some((row) => row.textContent.startsWith(text));
const selected = () => [...all('.xterm-selection div')].map(({ style }) => Number.parseFloat(style.top));

describe('a terminal with nothing selected', () => {
  it('draws each row once as lines scroll', async () => {
    await bare.print(`${'a line\r\n'.repeat(30)}before`);
    await waitFor(() => isDrawn('before'));
    let drawings = 0;
    const observer = new MutationObserver((records) => {
      drawings += records.length;
    });
    observer.observe(all('.xterm-rows > div')[0] as Node, { childList: true });
    await bare.print('\r\nafter');
    await waitFor(() => isDrawn('after'));
    observer.disconnect();
    expect(drawings).toBe(1);
  });
});

describe('a selection', () => {
  it('is drawn, moves with its line, and goes', async () => {
    await bare.print(`${'\r\n'.repeat(30)}word`);
    bare.terminal.select(0, bare.terminal.buffer.active.length - 1, 4);
    await waitFor(() => selected().length > 0);
    const [before = 0] = selected();
    await bare.print('\r\n\r\n');
    await waitFor(() => (selected()[0] ?? before) < before);
    bare.terminal.clearSelection();
    await waitFor(() => selected().length === 0);
    bare.terminal.selectLines(20, 21);
    await waitFor(() => selected().length > 0);
  });
});
