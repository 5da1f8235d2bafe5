import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';
import { cleanTitle, maxTitleLength } from './titles.ts';

describe('cleanTitle', () => {
  it('takes control and bidirectional characters out', () => {
    expect(cleanTitle('a\u0007b\u001b[2Jc\u009bd\u202eevil\u2066\u200bf')).toBe('ab[2Jcdevilf');
  });

  it('cuts between characters, not within one', () => {
    expect(cleanTitle('😀'.repeat(300))).toBe('😀'.repeat(maxTitleLength));
  });
});

describe('the titles of a terminal', () => {
  let terminal: Harness;
  beforeEach(async () => {
    terminal = await setUpTerminal();
  });
  afterEach(() => terminal.dispose());

  it('are told: of the window, of its icon, and of both', async () => {
    await terminal.print('\u001b]0;both\u0007\u001b]1;icon\u0007\u001b]2;window\u0007');
    await waitFor(() => terminal.calls.titles.length === 2);
    expect(terminal.calls.titles).toEqual([
      { title: 'both', iconTitle: 'both' },
      { title: 'window', iconTitle: 'icon' },
    ]);
  });

  it('are told ten times a second at most, the last one always', async () => {
    const start = performance.now();
    await terminal.print(Array.from({ length: 20_000 }, (_, i) => `\u001b]2;title ${i}\u0007`).join(''));
    await waitFor(() => terminal.calls.titles.at(-1)?.title === 'title 19999');
    const periods = (performance.now() - start) / 100;
    expect(terminal.calls.titles.length).toBeLessThanOrEqual(Math.ceil(periods) + 1);
  });

  it('are cut, also when one has 5 MB', async () => {
    const start = performance.now();
    await terminal.print(`\u001b]0;${'long '.repeat(1_000_000)}\u0007`);
    await waitFor(() => terminal.calls.titles.length > 0);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(terminal.calls.titles[0]?.title).toHaveLength(maxTitleLength);
  });

  it('are never reported back unless the Features panel says so: the answer is empty', async () => {
    await terminal.print('\u001b]0;rm -rf ~\r\u0007\u001b[21t\u001b[20t');
    await terminal.print('\u001b[5n');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('\u001b]l\u001b\\\u001b]L\u001b\\\u001b[0n');
  });
});
