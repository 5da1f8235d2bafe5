import type { IDisposable, Terminal } from '@xterm/xterm';
import { limit } from '../guards/limiter.ts';

/** Characters at most in a title that the server sets. */
export const maxTitleLength = 256;

/** Titles reach the window ten times a second at most: a program may send 200,000. */
const titlePeriodMs = 100;

export interface Titles {
  readonly title: string;
  /** For the window while it is minimised. */
  readonly iconTitle: string;
}

/** What each sequence names: OSC 0, 1 and 2. */
const named = {
  0: (text: string): Partial<Titles> => ({ title: text, iconTitle: text }),
  1: (text: string): Partial<Titles> => ({ iconTitle: text }),
  2: (text: string): Partial<Titles> => ({ title: text }),
} as const;

/**
 * Calls back with the titles that programs set. They don't reach xterm.js itself, which would keep a title of 10 MB;
 * so nothing can report one back either.
 */
export function watchTitles(terminal: Terminal, onTitles: (titles: Titles) => void): IDisposable {
  const limiter = limit(titlePeriodMs, onTitles);
  let titles: Titles = { title: '', iconTitle: '' };
  const handlers = Object.entries(named).map(([code, name]) =>
    terminal.parser.registerOscHandler(Number(code), (data) => {
      titles = { ...titles, ...name(cleanTitle(data)) };
      limiter.offer(titles);
      return true;
    }),
  );
  return {
    dispose: () => {
      limiter.dispose();
      for (const handler of handlers) handler.dispose();
    },
  };
}

/** Control, bidirectional and invisible format characters, which could make a title lie about its own text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwanted = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text of a title as it may be shown. */
export function cleanTitle(raw: string): string {
  const cleaned = raw.slice(0, 8 * maxTitleLength).replace(unwanted, '');
  return Array.from(cleaned).slice(0, maxTitleLength).join('');
}
