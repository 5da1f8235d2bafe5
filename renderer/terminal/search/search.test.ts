import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';
import type { SearchQuery } from './query-pattern.ts';
import { type SearchResults, searchWords } from './search-words.ts';

let terminal: Harness;
let results: SearchResults[];
beforeEach(async () => {
  terminal = await setUpTerminal({}, { scrollbackLines: 5000 });
  results = [];
  terminal.view.search.onResults((result) => results.push(result));
});
afterEach(() => terminal.dispose());

const plain = { caseSensitive: false, wholeWord: false, isRegex: false };
const find = (text: string, options: Partial<SearchQuery> = {}, direction: 'next' | 'previous' = 'previous') =>
  terminal.view.search.find({ text, ...plain, ...options }, direction);
const shown = () => searchWords(results.at(-1) ?? { kind: 'found', index: -1, count: 0 });
const expectShown = async (words: string) => {
  await waitFor(() => shown() === words, 10_000).catch(() => expect(shown()).toBe(words));
};
const selected = () => {
  terminal.calls.written.length = 0;
  terminal.view.copy('clipboard');
  return terminal.calls.written.at(-1)?.text;
};

describe('search', () => {
  it('finds text in the scrollback, counts it, and goes up and down and around', async () => {
    await terminal.print(`Needle one\r\n${'hay\r\n'.repeat(200)}needle two needle three\r\n`);
    find('needle');
    await expectShown('3 of 3');
    find('needle');
    await expectShown('2 of 3');
    find('needle', {}, 'next');
    find('needle', {}, 'next');
    await expectShown('1 of 3');
    find('needle', { caseSensitive: true });
    await expectShown('2 of 2');
    expect(selected()).toBe('needle');
  });

  it('finds whole words, in any script', async () => {
    await terminal.print('art cart art_ Übe Übel (art) ça');
    find('art', { wholeWord: true });
    await expectShown('2 of 2');
    find('übe', { wholeWord: true });
    await expectShown('1 of 1');
    find('a', { wholeWord: true });
    await expectShown('No matches');
  });

  it('finds what a regular expression says, and says when it is none', async () => {
    await terminal.print('10.0.0.1 x 10.0.0.22 a+b\r\nERROR 漢字 wide error');
    find('(\\d+\\.){3}\\d+', { isRegex: true });
    await expectShown('2 of 2');
    expect(selected()).toBe('10.0.0.22');
    find('字 \\w+ err', { isRegex: true });
    await expectShown('1 of 1');
    expect(selected()).toBe('字 wide err');
    find('(', { isRegex: true });
    await expectShown('Not a valid regex');
    find('a+b');
    await expectShown('1 of 1');
  });

  it('finds what a line of the program says over the end of a row', async () => {
    const { columns } = terminal.calls.sizes.at(-1) ?? { columns: 80 };
    await terminal.print(`${'x'.repeat(columns - 3)}needle\r\n`);
    find('needle');
    await expectShown('1 of 1');
    expect(selected()).toBe('needle');
  });

  it('keeps its place and counts on while output comes', async () => {
    await terminal.print('needle 1\r\nneedle 2\r\n');
    find('needle');
    find('needle');
    await expectShown('1 of 2');
    await terminal.print(`${'hay\r\n'.repeat(100)}needle 3\r\n`);
    await expectShown('1 of 3');
    find('needle', {}, 'next');
    await expectShown('2 of 3');
    const marks = () => terminal.view.element.querySelectorAll('.xterm-decoration').length;
    await waitFor(() => marks() > 0);
    terminal.view.search.clear();
    await waitFor(() => marks() === 0);
  });

  it('forgets what fell off the top of the scrollback', async () => {
    await terminal.print(`needle\r\n${'hay\r\n'.repeat(4900)}needle\r\n`);
    find('needle');
    await expectShown('2 of 2');
    await terminal.print('hay\r\n'.repeat(300));
    await expectShown('1 of 1');
    expect(selected()).toBe('needle');
  });

  it('lets the window go on, whatever is searched for', async () => {
    await terminal.print(`${'a'.repeat(70)}b\r\n`.repeat(4000));
    let longest = 0;
    let before = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }, 1);
    find('(a+)+(a|aa)*$', { isRegex: true });
    await waitFor(() => results.length > 0);
    clearInterval(timer);
    expect(shown()).toBe('No matches');
    // Natively this never ends; the limit has room for a busy machine.
    expect(longest).toBeLessThan(2000);
  });
});
