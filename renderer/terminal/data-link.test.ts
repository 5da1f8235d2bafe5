import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxInputBytes } from '#contract/channels/data-port.ts';
import { type Harness, setUpTerminal, waitFor } from './testing/terminal-harness.ts';

const replayBegin = { kind: 'replay-begin', columns: 70, rows: 20 } as const;

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
    terminal.port.send(replayBegin);
    terminal.port.sendText('before\u001b[6n\u001b[c\u001b]2;from the replay\u0007');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print(' after\u001b[5n');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('\u001b[0n');
    expect(terminal.text()).toBe('before after');
    expect(terminal.calls.titles.map(({ title }) => title)).toEqual(['from the replay']);
  });

  it('does not count a replay as new output, nor ring its bells', async () => {
    terminal.port.send(replayBegin);
    terminal.port.sendText('old\u0007');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print('new');
    expect(terminal.calls.counts).toMatchObject({ output: 1, bells: 0 });
  });

  it('reads a replay at the size that it was printed for, then fits it again', async () => {
    terminal.port.send(replayBegin);
    terminal.port.sendText(`${'x'.repeat(70)}\u001b[999;999H`);
    terminal.port.sendText('\u001b[A\u001b[10Gend');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print('\u001b[6n');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.text().split('\n')).toHaveLength(19);
    await waitFor(() => terminal.calls.sizes.length > 0);
    await terminal.print(`\u001b[999G\u001b[6n`);
    await waitFor(() => terminal.port.typed().endsWith(`;${terminal.calls.sizes.at(-1)?.columns}R`));
  });

  it('shows a replay in place of what was there, not after it', async () => {
    await terminal.print('once\r\n');
    terminal.port.send(replayBegin);
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
