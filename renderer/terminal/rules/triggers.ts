import type { IMarker } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import { limit } from '../guards/limiter.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { wrappedLine } from './line-text.ts';
import { hasSameRules } from './same-rules.ts';
import { readPattern, type TextPattern } from './text-pattern.ts';

/** A rule's pattern was found in a line of output. */
export interface Triggered {
  /** The line that it was found in. */
  readonly line: string;
  readonly notify: boolean;
  /** Name of the snippet to type, or empty. */
  readonly snippet: string;
}

/** Output is looked over this often at most. */
const periodMs = 100;

/** Rows that are looked at each time: of a flood, the newest. */
const maxRows = 500;

/** What is not looked at after so much time waits for the next: a pattern may take milliseconds for each row. */
const sliceMs = 15;

/** A rule acts once in this time: what it types may well print what it looks for. */
const restMs = 5000;

interface Rule extends Omit<Triggered, 'line'> {
  readonly pattern: TextPattern;
  restsUntil: number;
}

/**
 * Looks for patterns in the lines that have settled: those above the cursor, and the cursor's own once nothing follows,
 * as a question stands at the end of output. Full-screen programs, and old output that is read again, trigger nothing.
 */
export function createTriggers({ terminal, host, isReplaying }: PartContext, profile: Profile): TerminalPart {
  let rules = rulesOf(profile);
  /** The first row that has not been looked at, and the last one of the scrollback that has. */
  let next: IMarker | null = null;
  let above: IMarker | null = null;
  let lookedAtCursor = '';
  /** The row at which old output ends that a full-screen program hides: no row of it can be marked until it is back. */
  let hiddenOld: number | null = null;

  const look = (line: string) => {
    if (line === '') return;
    const now = performance.now();
    for (const rule of rules) {
      if (now < rule.restsUntil || !rule.pattern.isIn(line)) continue;
      rule.restsUntil = now + restMs;
      host.onTriggered({ line, notify: rule.notify, snippet: rule.snippet });
    }
  };

  const goOnAt = (y: number) => {
    const { baseY, cursorY } = terminal.buffer.active;
    const cursor = baseY + cursorY;
    const isScrolled = Math.min(baseY, y) > 0;
    next?.dispose();
    above?.dispose();
    next = terminal.registerMarker(y - cursor);
    above = isScrolled ? terminal.registerMarker(Math.min(baseY, y) - 1 - cursor) : null;
  };

  /** A row that was thrown out of the scrollback has no place any more, nor has one that was cleared from the screen. */
  const firstNew = (): number => {
    if (next !== null && !next.isDisposed) return next.line;
    return above === null || above.isDisposed ? 0 : above.line + 1;
  };

  const lookOver = () => {
    const { active } = terminal.buffer;
    if (rules.length === 0 || active.type !== 'normal') return;
    const cursor = active.baseY + active.cursorY;
    const until = performance.now() + sliceMs;
    let y = isReplaying() ? cursor : Math.max(firstNew(), cursor - maxRows);
    for (; y < cursor && performance.now() < until; y += 1) {
      const endsHere = active.getLine(y + 1)?.isWrapped !== true;
      const line = endsHere ? wrappedLine(active, y) : '';
      // What the cursor's line was looked at for already is that line's beginning.
      if (line !== '' && line !== lookedAtCursor) look(line);
    }
    goOnAt(Math.min(y, cursor));
    if (y < cursor) return limiter.offer();
    if (isReplaying()) return;
    const line = wrappedLine(active, cursor);
    if (line !== lookedAtCursor) look(line);
    lookedAtCursor = line;
  };

  /** What was printed before there were these rules is none of their concern: they may type something. */
  const skipOld = () => {
    const { active, normal } = terminal.buffer;
    const cursor = normal.baseY + normal.cursorY;
    lookedAtCursor = wrappedLine(normal, cursor);
    if (active.type === 'normal') goOnAt(cursor);
    else hiddenOld = cursor;
  };

  const screens = terminal.buffer.onBufferChange(({ type }) => {
    if (type !== 'normal' || hiddenOld === null) return;
    goOnAt(hiddenOld);
    hiddenOld = null;
  });

  const limiter = limit<void>(periodMs, lookOver);
  const listener = terminal.onWriteParsed(() => limiter.offer());

  return {
    apply: (changed) => {
      if (hasSameRules(changed, profile)) return;
      profile = changed;
      rules = rulesOf(changed);
      skipOld();
    },
    dispose: () => {
      listener.dispose();
      screens.dispose();
      limiter.dispose();
      next?.dispose();
      above?.dispose();
    },
  };
}

const rulesOf = ({ textRules }: Profile): readonly Rule[] =>
  textRules.flatMap(({ pattern: text, notify, snippet }) => {
    const pattern = notify || snippet !== '' ? readPattern(text) : null;
    return pattern === null ? [] : [{ pattern, notify, snippet, restsUntil: 0 }];
  });
