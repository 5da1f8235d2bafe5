import { afterEach, describe, expect, it } from 'vitest';
import { type Harness, setUpTerminal, waitFor } from './testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

describe('search', () => {
  it('finds text in the scrollback and counts the matches', async () => {
    terminal = await setUpTerminal();
    await terminal.print(`Needle\r\n${'hay\r\n'.repeat(200)}needle\r\n`);
    const results: { index: number; count: number }[] = [];
    terminal.view.search.onResults((result) => results.push(result));
    terminal.view.search.find({ text: 'needle', caseSensitive: false }, 'previous');
    await waitFor(() => results.at(-1)?.count === 2);
    terminal.view.search.find({ text: 'needle', caseSensitive: true }, 'previous');
    await waitFor(() => results.at(-1)?.count === 1);
    terminal.view.copy('clipboard');
    expect(terminal.calls.written.at(-1)?.text).toBe('needle');
  });
});
