import type { IMarker, Terminal } from '@xterm/xterm';
import type { FindAll } from './query-pattern.ts';
import { type Match, matchesInLine, startOfLine } from './scan.ts';
import { maxCounted } from './search-words.ts';

/** Time that a search takes between frames, keys and output; ms. */
const sliceMs = 6;

/** Looks through all of a terminal from its end, piece by piece, while output goes on and old lines fall off its top. */
export interface Scanner {
  /** Begins anew; `onDone` is called at once if the first piece was all. */
  readonly scan: (findAll: FindAll, onDone: () => void) => void;
  /** What the last complete search found and is still there, from top to bottom. */
  readonly matches: () => readonly Match[];
  /** Whether a search is under way. */
  readonly isScanning: () => boolean;
  readonly clear: () => void;
}

/** From bottom to top; rows are counted from `anchor`, whose row xterm.js keeps in sight. */
interface Findings {
  readonly anchor: IMarker;
  readonly matches: Match[];
}

export function createScanner(terminal: Terminal): Scanner {
  const cell = terminal.buffer.active.getNullCell();
  let done: Findings | null = null;
  let running: { readonly findings: Findings; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  const stop = () => {
    if (running === null) return;
    clearTimeout(running.timer);
    running.findings.anchor.dispose();
    running = null;
  };

  const scan = (findAll: FindAll, onDone: () => void) => {
    stop();
    const findings: Findings = { anchor: terminal.registerMarker(0), matches: [] };
    const { anchor, matches } = findings;
    /** The last row that was not looked at yet. */
    let last = terminal.buffer.active.length - 1 - anchor.line;
    const slice = () => {
      const { active } = terminal.buffer;
      // All that was there is gone: erased, or pushed out by a flood.
      if (anchor.isDisposed) return scan(findAll, onDone);
      const until = performance.now() + sliceMs;
      while (last + anchor.line >= 0 && matches.length < maxCounted) {
        if (performance.now() > until) {
          running = { findings, timer: setTimeout(slice, 0) };
          return;
        }
        const end = last + anchor.line;
        const y = startOfLine(active, end);
        const found = matchesInLine(active, y, end - y + 1, findAll, cell);
        for (const match of found.toReversed()) matches.push({ ...match, y: match.y - anchor.line });
        last = y - 1 - anchor.line;
      }
      running = null;
      done?.anchor.dispose();
      done = findings;
      onDone();
    };
    slice();
  };

  return {
    scan,
    matches: () => {
      if (done === null || done.anchor.isDisposed) return [];
      const { anchor } = done;
      const here = done.matches.map((match) => ({ ...match, y: match.y + anchor.line }));
      return here.filter(({ y }) => y >= 0).reverse();
    },
    isScanning: () => running !== null,
    clear: () => {
      stop();
      done?.anchor.dispose();
      done = null;
    },
  };
}
