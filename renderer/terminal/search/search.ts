import type { IDisposable, Terminal } from '@xterm/xterm';
import { limit } from '../guards/limiter.ts';
import { createMatchMarks } from './match-marks.ts';
import { type FindAll, readQuery, type SearchQuery } from './query-pattern.ts';
import type { Match } from './scan.ts';
import { createScanner } from './scanner.ts';
import type { SearchResults } from './search-words.ts';

export type Direction = 'next' | 'previous';

/** Finds text in a terminal and its scrollback, and goes on finding it as output comes. */
export interface Search {
  /** The same query again goes on to the next match; another one stays where it is, if it can. */
  readonly find: (query: SearchQuery, direction: Direction) => void;
  /** Takes the marks away; the selection of the last match stays, so that it can be copied. */
  readonly clear: () => void;
  readonly onResults: (listener: (results: SearchResults) => void) => () => void;
  readonly dispose: () => void;
}

/** Output makes a search begin anew this often at most, and marks follow what is shown; ms. */
const renewMs = 250;
const marksMs = 50;

export function createSearch(terminal: Terminal): Search {
  const scanner = createScanner(terminal);
  const marks = createMatchMarks(terminal);
  const listeners = new Set<(results: SearchResults) => void>();
  let asked = '';
  let findAll: FindAll | null = null;
  /** Looks and output are followed while there is a query. */
  let following: readonly IDisposable[] = [];

  const tell = (results: SearchResults) => {
    for (const listener of listeners) listener(results);
  };

  /** The match that is selected, if it is one: by whichever way it came to be. */
  const indexOfSelected = (matches: readonly Match[]) => {
    const start = terminal.getSelectionPosition()?.start;
    return start === undefined ? -1 : matches.findIndex(({ x, y }) => x === start.x && y === start.y);
  };

  const refresh = () => {
    const matches = scanner.matches();
    const index = indexOfSelected(matches);
    marks.show(matches, matches[index] ?? null);
    tell({ kind: 'found', index, count: matches.length });
  };

  const select = ({ x, y, length }: Match) => {
    terminal.select(x, y, length);
    const { viewportY } = terminal.buffer.active;
    const isShown = y >= viewportY && y < viewportY + terminal.rows;
    if (!isShown) terminal.scrollToLine(Math.max(0, y - Math.floor(terminal.rows / 2)));
  };

  /** From what is selected, or else from the end, and around the ends; `stays`: where it is, if that matches. */
  const go = (direction: Direction, stays: boolean) => {
    const matches = scanner.matches();
    const start = terminal.getSelectionPosition()?.start ?? { x: 0, y: Number.POSITIVE_INFINITY };
    const order = ({ x, y }: Match) => y - start.y || x - start.x;
    const wanted =
      direction === 'next'
        ? (matches.find((match) => order(match) > 0) ?? matches[0])
        : (matches.findLast((match) => (stays ? order(match) <= 0 : order(match) < 0)) ?? matches.at(-1));
    if (wanted !== undefined) select(wanted);
    else terminal.clearSelection();
    refresh();
  };

  const renewal = limit<void>(renewMs, () => {
    // One that is under way is not begun anew: it would never end in a flood.
    if (scanner.isScanning()) renewal.offer();
    else if (findAll !== null) scanner.scan(findAll, refresh);
  });
  const marking = limit<void>(marksMs, () => {
    if (findAll === null) return;
    const matches = scanner.matches();
    marks.show(matches, matches[indexOfSelected(matches)] ?? null);
  });

  const follow = () => {
    if (following.length > 0) return;
    following = [
      terminal.onWriteParsed(() => renewal.offer()),
      terminal.buffer.onBufferChange(() => renewal.offer()),
      terminal.onResize(() => renewal.offer()),
      terminal.onScroll(() => marking.offer()),
    ];
  };

  const clear = () => {
    for (const listener of following) listener.dispose();
    following = [];
    asked = '';
    findAll = null;
    scanner.clear();
    marks.clear();
  };

  return {
    find: (query, direction) => {
      const now = JSON.stringify(query);
      if (now === asked && findAll !== null) return scanner.isScanning() ? undefined : go(direction, false);
      asked = now;
      findAll = query.text === '' ? null : readQuery(query);
      marks.clear();
      scanner.clear();
      if (findAll === null)
        return tell(query.text === '' ? { kind: 'found', index: -1, count: 0 } : { kind: 'no-regex' });
      follow();
      scanner.scan(findAll, () => go(direction, true));
    },
    clear,
    onResults: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      clear();
      renewal.dispose();
      marking.dispose();
      listeners.clear();
    },
  };
}
