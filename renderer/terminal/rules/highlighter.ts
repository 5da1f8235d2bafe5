import type { IDecoration } from '@xterm/xterm';
import type { Highlight } from '#contract/highlights/highlight-set.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { HighlightColour } from '#contract/settings/text-rule.ts';
import { limit } from '../guards/limiter.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { highlightColoursOf } from './highlight-colours.ts';
import { highlightsOf } from './highlights.ts';
import { type RowText, rowText } from './line-text.ts';
import { type Found, readPattern, type TextPattern } from './text-pattern.ts';

/** The screen is looked over this often at most: matching must never stand in the way of output or keys. */
const periodMs = 120;

/** After so much time the window comes first, for three times as long: a pattern may take milliseconds for each row. */
const sliceMs = 8;
const pauseMs = 3 * sliceMs;

interface Rule {
  readonly pattern: TextPattern;
  readonly colour: HighlightColour;
}

interface Match extends Found {
  readonly colour: HighlightColour;
}

/**
 * Highlights what matches on the lines that are shown, the lowest of them first, as it is the newest. Earlier rules lie
 * above later ones.
 */
export function createHighlighter({ terminal, host }: PartContext, profile: Profile): TerminalPart {
  let wanted: readonly Highlight[] = [];
  let rules: readonly Rule[] = [];
  let shown: { readonly decoration: IDecoration; readonly done: () => void }[] = [];
  let seen = '';
  /** What is in the texts of the screen: a row that has moved keeps its highlights, and is not searched again. */
  let known = new Map<string, readonly Match[]>();
  const cell = terminal.buffer.active.getNullCell();

  /** Rows of the screen that are still to be looked at, from the top down. */
  let rowsLeft: number[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(pause);
    rowsLeft = [];
    for (const { decoration, done } of shown) {
      decoration.dispose();
      done();
    }
    shown = [];
    seen = '';
  };

  /** The decoration that is made last lies above the others. */
  const search = (text: string): readonly Match[] =>
    rules.toReversed().flatMap(({ pattern, colour }) => pattern.findAll(text).map((found) => ({ ...found, colour })));

  const decorate = (y: number, { columns }: RowText, matches: readonly Match[]) => {
    const { baseY, cursorY } = terminal.buffer.active;
    for (const { start, end, colour } of matches) {
      const x = columns[start] ?? 0;
      const marker = terminal.registerMarker(y - baseY - cursorY);
      const [backgroundColor, foregroundColor] = highlightColoursOf[colour];
      const width = (columns[end] ?? terminal.cols) - x;
      const decoration = terminal.registerDecoration({ marker, x, width, backgroundColor, foregroundColor });
      if (decoration === undefined) marker.dispose();
      else shown.push({ decoration, done: () => marker.dispose() });
    }
  };

  const refresh = () => {
    if (rules.length === 0) return;
    const { active } = terminal.buffer;
    const rows = Array.from({ length: terminal.rows }, (_, row) => rowText(active, active.viewportY + row, cell));
    const now = `${active.type} ${active.viewportY} ${rows.map(({ text }) => text).join('\n')}`;
    if (now === seen) return;
    clear();
    seen = now;
    const texts = new Set(rows.map(({ text }) => text));
    known = new Map([...known].filter(([text]) => texts.has(text)));
    for (const [row, read] of rows.entries()) {
      const matches = known.get(read.text);
      if (matches === undefined) rowsLeft.push(row);
      else decorate(active.viewportY + row, read, matches);
    }
    decorateRows();
  };

  /** What has changed meanwhile is seen as it is by now, and all of it looked over again soon. */
  const decorateRows = () => {
    const { active } = terminal.buffer;
    const until = performance.now() + sliceMs;
    for (let row = rowsLeft.pop(); row !== undefined; row = rowsLeft.pop()) {
      const y = active.viewportY + row;
      const read = rowText(active, y, cell);
      const matches = known.get(read.text) ?? search(read.text);
      known.set(read.text, matches);
      decorate(y, read, matches);
      if (performance.now() > until) {
        pause = setTimeout(decorateRows, pauseMs);
        return;
      }
    }
  };

  const limiter = limit<void>(periodMs, refresh);
  /** What was found stays where a change leaves the patterns alone. */
  const follow = () => {
    const next = highlightsOf(profile, host.highlightSets.getState());
    if (JSON.stringify(next) === JSON.stringify(wanted)) return;
    wanted = next;
    rules = next.flatMap(({ pattern, colour }) => {
      const read = readPattern(pattern);
      return read === null ? [] : [{ pattern: read, colour }];
    });
    known.clear();
    clear();
    limiter.offer();
  };
  follow();
  const listeners = [terminal.onRender(() => limiter.offer()), terminal.onScroll(() => limiter.offer())];
  const unfollow = host.highlightSets.subscribe(follow);

  return {
    apply: (next) => {
      profile = next;
      follow();
    },
    dispose: () => {
      for (const listener of listeners) listener.dispose();
      unfollow();
      limiter.dispose();
      clear();
    },
  };
}
