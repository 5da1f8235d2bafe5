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

/** Marks that are readable on light and dark schemes alike. */
const decorations = {
  matchBackground: '#8a6d1f',
  matchOverviewRuler: '#8a6d1f',
  activeMatchBackground: '#d98a00',
  activeMatchColorOverviewRuler: '#d98a00',
} as const;

export function createSearch(terminal: Terminal): Search {
  const addon = new SearchAddon({ highlightLimit: maxCounted });
  terminal.loadAddon(addon);
  let lastCase = false;
  return {
    find: ({ text, caseSensitive }, direction) => {
      // The addon counts anew only when the text differs, or when it has forgotten it.
      if (caseSensitive !== lastCase) addon.clearDecorations();
      lastCase = caseSensitive;
      const options: ISearchOptions = { caseSensitive, decorations };
      if (direction === 'next') addon.findNext(text, options);
      else addon.findPrevious(text, options);
    },
    clear: () => addon.clearDecorations(),
    onResults: (listener) => {
      const subscription = addon.onDidChangeResults(({ resultIndex, resultCount }) =>
        listener({ index: resultIndex, count: resultCount }),
      );
      return () => subscription.dispose();
    },
  };
}
