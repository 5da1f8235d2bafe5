import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let harness: Harness;
afterEach(() => harness.dispose());

describe('what a user gives to a terminal', () => {
  it('is keys and pastes, and nothing that the terminal answers by itself or that the mouse reports', async () => {
    harness = await setUpTerminal({ readClipboard: async () => 'pasted' });
    await harness.print('\u001b[c\u001b[5n\u001b[?1000;1006h\u001b[?1004h');
    await userEvent.keyboard('a{ArrowUp}{F5}');
    await userEvent.click(harness.view.element);
    harness.view.paste('clipboard');
    await waitFor(() => harness.calls.userInput.length >= 4);
    expect(harness.calls.userInput).toEqual([
      { kind: 'typed', text: 'a' },
      { kind: 'typed', text: '\u001b[A' },
      { kind: 'typed', text: '\u001b[15~' },
      { kind: 'pasted', text: 'pasted' },
    ]);
    await waitFor(() => harness.port.typed().includes('\u001b[<0;'));
    expect(harness.port.typed()).toContain('\u001b[0n');
  });

  it('comes to another terminal in the form that the program there has asked for, and goes no further', async () => {
    harness = await setUpTerminal();
    const { view, port } = harness;
    view.receive({ kind: 'typed', text: '\u001b[A' });
    view.receive({ kind: 'pasted', text: 'one\rtwo' });
    await harness.print('\u001b[?1h\u001b[?2004h');
    view.receive({ kind: 'typed', text: '\u001b[A' });
    view.receive({ kind: 'typed', text: '\u001b[1;5A' });
    view.receive({ kind: 'pasted', text: 'one\rtwo' });
    await waitFor(() => port.typed().endsWith('~'));
    expect(port.typed()).toBe('\u001b[Aone\rtwo\u001bOA\u001b[1;5A\u001b[200~one\rtwo\u001b[201~');
    expect(harness.calls.userInput).toEqual([]);
    view.setEnded(true);
    view.receive({ kind: 'typed', text: '\r' });
    expect(harness.calls.counts.restarts).toBe(0);
  });
});
