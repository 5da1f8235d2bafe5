import type { IDecoration } from '@xterm/xterm';
import type { Profile } from '#contract/profile.ts';
import type { RuleColour } from '#contract/settings/text-rule.ts';
import { limit } from '../guards/limiter.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { type RowText, rowText } from './line-text.ts';
import { hasSameRules } from './same-rules.ts';
import { readPattern, type TextPattern } from './text-pattern.ts';

/** The screen is looked over this often at most: matching must never stand in the way of output or keys. */
const periodMs = 120;

/** Behind and of the text; each pair has a contrast of 7 to 1 or more, on any scheme. */
const colours: Readonly<Record<Exclude<RuleColour, 'none'>, readonly [background: string, foreground: string]>> = {
  red: ['#8f1d1d', '#ffffff'],
  orange: ['#ffb86b', '#1a1a1a'],
  yellow: ['#f5e663', '#1a1a1a'],
  green: ['#1c5a2b', '#ffffff'],
  blue: ['#1b4a8a', '#ffffff'],
  purple: ['#5b2a86', '#ffffff'],
  grey: ['#4a4a4a', '#ffffff'],
};

interface Rule {
  readonly pattern: TextPattern;
  readonly colour: keyof typeof colours;
}

/** Highlights what matches on the lines that are shown, once they have settled. Earlier rules lie above later ones. */
export function createHighlighter({ terminal }: PartContext, profile: Profile): TerminalPart {
  let rules = rulesOf(profile);
  let shown: { readonly decoration: IDecoration; readonly done: () => void }[] = [];
  let seen = '';
  const cell = terminal.buffer.active.getNullCell();

  const clear = () => {
    for (const { decoration, done } of shown) {
      decoration.dispose();
      done();
    }
    shown = [];
    seen = '';
  };

  const decorate = (y: number, { text, columns }: RowText, { pattern, colour }: Rule) => {
    const { baseY, cursorY } = terminal.buffer.active;
    for (const { start, end } of pattern.findAll(text)) {
      const x = columns[start] ?? 0;
      const marker = terminal.registerMarker(y - baseY - cursorY);
      const [backgroundColor, foregroundColor] = colours[colour];
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
    // The decoration that is made last lies above the others.
    for (const rule of rules.toReversed()) {
      for (const [row, text] of rows.entries()) decorate(active.viewportY + row, text, rule);
    }
  };

  const limiter = limit<void>(periodMs, refresh);
  const listeners = [terminal.onRender(() => limiter.offer()), terminal.onScroll(() => limiter.offer())];

  return {
    apply: (next) => {
      if (hasSameRules(next, profile)) return;
      profile = next;
      rules = rulesOf(next);
      clear();
      limiter.offer();
    },
    dispose: () => {
      for (const listener of listeners) listener.dispose();
      limiter.dispose();
      clear();
    },
  };
}

const rulesOf = ({ textRules }: Profile): readonly Rule[] =>
  textRules.flatMap(({ pattern: text, colour }) => {
    const pattern = colour === 'none' ? null : readPattern(text);
    return pattern === null || colour === 'none' ? [] : [{ pattern, colour }];
  });
