import { type ISearchOptions, SearchAddon } from '@xterm/addon-search';
import type { Terminal } from '@xterm/xterm';
import { maxCounted } from './search-words.ts';

export interface SearchQuery {
  readonly text: string;
  readonly caseSensitive: boolean;
}

/** `index` is zero-based, or -1 while none of the matches is the current one. */
export interface SearchResults {
  readonly index: number;
  readonly count: number;
}

/** Finds text in a terminal and its scrollback. */
export interface Search {
  readonly find: (query: SearchQuery, direction: 'next' | 'previous') => void;
  /** Takes the marks away; the selection of the last match stays, so that it can be copied. */
  readonly clear: () => void;
  readonly onResults: (listener: (results: SearchResults) => void) => () => void;
}

/**
 * WCAG's contrast for text, kept while matches are marked: programs print in any colours, which are not made for the
 * marks. Otherwise colours are shown as the program asks.
 */
const markedContrast = 4.5;

/** Behind text of the schemes' foregrounds: on a dark scheme, and on a light one. The current match is the selection. */
const markColours = { dark: '#5a4300', light: '#ffdd80' } as const;

function decorations(terminal: Terminal): NonNullable<ISearchOptions['decorations']> {
  const mark = markColours[isDark(terminal.options.theme?.background ?? '#000000') ? 'dark' : 'light'];
  return { matchBackground: mark, matchOverviewRuler: mark, activeMatchColorOverviewRuler: mark };
}

/** Of a colour as #rrggbb, by its three parts alone: schemes are far from the middle. */
const isDark = (colour: string) =>
  [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0) < (3 * 0xff) / 2;

export function createSearch(terminal: Terminal): Search {
  const addon = new SearchAddon({ highlightLimit: maxCounted });
  terminal.loadAddon(addon);
  let lastCase = false;
  return {
    find: ({ text, caseSensitive }, direction) => {
      // The addon counts anew only when the text differs, or when it has forgotten it.
      if (caseSensitive !== lastCase) addon.clearDecorations();
      lastCase = caseSensitive;
      terminal.options.minimumContrastRatio = markedContrast;
      const options: ISearchOptions = { caseSensitive, decorations: decorations(terminal) };
      if (direction === 'next') addon.findNext(text, options);
      else addon.findPrevious(text, options);
    },
    clear: () => {
      addon.clearDecorations();
      terminal.options.minimumContrastRatio = 1;
    },
    onResults: (listener) => {
      const subscription = addon.onDidChangeResults(({ resultIndex, resultCount }) =>
        listener({ index: resultIndex, count: resultCount }),
      );
      return () => subscription.dispose();
    },
  };
}
