import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HighlightSet } from '#contract/highlights/highlight-set.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { TextRule } from '#contract/settings/text-rule.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { createHighlighter } from './highlighter.ts';

const rule = (pattern: string, colour: TextRule['colour']): TextRule => ({
  pattern,
  colour,
  notify: false,
  snippet: '',
});
const withRules = (...textRules: TextRule[]): Profile => ({ ...defaultProfile, textRules });

describe('words that match', () => {
  let library: StoreApi<readonly HighlightSet[]>;
  let terminal: BareTerminal;
  let part: TerminalPart;
  beforeEach(() => {
    library = createStore<readonly HighlightSet[]>(() => []);
    terminal = setUpBareTerminal({ highlightSets: library });
    part = createHighlighter(terminal.context, withRules(rule('error|fail\\w*', 'red')));
  });
  afterEach(() => {
    part.dispose();
    terminal.dispose();
    vi.restoreAllMocks();
  });

  /** The text that is drawn on this colour, by xterm.js' own drawing. */
  const drawnOn = (red: number, green: number, blue: number) =>
    [...document.querySelectorAll<HTMLElement>('.xterm-rows span')]
      .filter((span) => getComputedStyle(span).backgroundColor === `rgb(${red}, ${green}, ${blue})`)
      .map((span) => span.textContent)
      .join('');
  const red = () => drawnOn(0x8f, 0x1d, 0x1d);

  it('are drawn in their colour, and nothing else is', async () => {
    await terminal.print('one error and 漢字 failure here');
    await waitFor(() => red() === 'errorfailure');
  });

  it('are drawn on every row, however long each of them takes', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 100;
      return now;
    });
    await terminal.print('error\r\n'.repeat(5));
    await waitFor(() => red() === 'error'.repeat(5));
  });

  describe('that take longer than a slice for each row', () => {
    const slow = rule('(?:x?){400}(?:x?){400}error\\d\\d', 'red');
    const line = (n: number) => `${'x'.repeat(60)} error${String(n).padStart(2, '0')}`;
    const names = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => line(from + n).slice(-'error00'.length)).join('');
    let drawn: string[] = [];
    beforeEach(async () => {
      part.dispose();
      drawn = [];
      terminal.terminal.onRender(() => drawn.push(red()));
      await terminal.print(Array.from({ length: 24 }, (_, n) => line(n)).join('\r\n'));
      part = createHighlighter(terminal.context, withRules(slow));
    });

    it('are drawn on the newest row first', async () => {
      await waitFor(() => red().endsWith(names(0, 24)));
      const first = drawn.find((text) => text !== '');
      expect(first).toMatch(/error23$/);
      expect(first).not.toContain('error00');
    });

    it('stay on the rows that have them while output goes on', async () => {
      await waitFor(() => red().endsWith(names(0, 24)));
      drawn = [];
      await terminal.print(`\r\n${line(24)}`);
      await waitFor(() => red().endsWith('error24'));
      expect(drawn.filter((text) => !text.includes(names(1, 24)))).toEqual([]);
    });
  });

  it('are found again where the screen has changed', async () => {
    await terminal.print('error');
    await waitFor(() => red() === 'error');
    await terminal.print('\u001b[2J\u001b[Hfailed');
    await waitFor(() => red() === 'failed');
  });

  it('follow the settings', async () => {
    await terminal.print('an error');
    await waitFor(() => red() === 'error');
    part.apply?.(withRules(rule('an', 'blue')));
    await waitFor(() => red() === '' && drawnOn(0x1b, 0x4a, 0x8a) === 'an');
    part.apply?.(withRules());
    await waitFor(() => drawnOn(0x1b, 0x4a, 0x8a) === '');
  });

  it('are those of the sets that are switched on, as these are at the time', async () => {
    await terminal.print('a link is down, and up');
    part.apply?.({ ...defaultProfile, highlightSets: ['cisco', 'gone'] });
    library.setState([{ id: 'cisco', name: 'Cisco errors', highlights: [{ pattern: 'down', colour: 'red' }] }], true);
    await waitFor(() => red() === 'down');
    library.setState([{ id: 'cisco', name: 'Cisco', highlights: [{ pattern: 'up', colour: 'red' }] }], true);
    await waitFor(() => red() === 'up');
    part.apply?.(defaultProfile);
    await waitFor(() => red() === '');
  });

  it('leave no marker behind, whatever goes by', async () => {
    for (let round = 0; round < 20; round += 1) await terminal.print('error\r\n'.repeat(200));
    await terminal.print('\u001b[2J\u001b[Hdone');
    await waitFor(() => terminal.terminal.markers.length === 0 && red() === '');
  });
});
