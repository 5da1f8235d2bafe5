import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxInputBytes } from '#contract/data-port.ts';
import { type Harness, setUpTerminal, waitFor } from './testing/terminal-harness.ts';

describe('the data link', () => {
  let terminal: Harness;
  beforeEach(async () => {
    terminal = await setUpTerminal();
  });
  afterEach(() => terminal.dispose());

  it('gives back as much credit as there were bytes of output', async () => {
    const text = 'grüße 🌍\r\n'.repeat(20_000);
    await terminal.print(text);
    expect(terminal.port.credited()).toBe(new TextEncoder().encode(text).length);
  });

  it('gives credit in pieces, as xterm.js has parsed them', async () => {
    for (let i = 0; i < 5; i += 1) terminal.port.sendText('x'.repeat(1000));
    await waitFor(() => terminal.port.credited() === 5000);
    expect(terminal.port.received).toHaveLength(5);
  });

  it('answers queries, but none that a replay brings again', async () => {
    terminal.port.send({ kind: 'replay-begin' });
    terminal.port.sendText('before\u001b[6n\u001b[c\u001b]2;from the replay\u0007');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print(' after\u001b[5n');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('\u001b[0n');
    expect(terminal.text()).toBe('before after');
    expect(terminal.calls.titles).toEqual(['from the replay']);
  });

  it('does not count a replay as new output', async () => {
    terminal.port.send({ kind: 'replay-begin' });
    terminal.port.sendText('old');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print('new');
    expect(terminal.calls.counts.output).toBe(1);
  });

  it('shows a replay in place of what was there, not after it', async () => {
    await terminal.print('once\r\n');
    terminal.port.send({ kind: 'replay-begin' });
    await terminal.print('once\r\n');
    terminal.port.send({ kind: 'replay-end' });
    expect(terminal.text()).toBe('once');
  });

  it('cuts what is sent to pieces that main accepts, and loses nothing', async () => {
    const text = 'ö'.repeat(maxInputBytes);
    const pasting = await setUpTerminal({ readClipboard: async () => text });
    pasting.view.paste('clipboard');
    await waitFor(() => pasting.port.typed().length >= text.length);
    const sizes = pasting.port.received.map((message) => (message instanceof Uint8Array ? message.length : 0));
    expect(Math.max(...sizes)).toBe(maxInputBytes);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2 * maxInputBytes);
    pasting.dispose();
  });
});
