import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';

/** What fonts for programming have ligatures of. */
const runs = /[!#$%&*+\-./:;<=>?@\\^_|~]{2,}/g;

/** Signs at most: a longer run is a ruled line, which no font has a form for. */
const longestRun = 8;

/** Has runs of signs drawn as one text, so that the font's own ligatures come about; cells stay what they are. */
export function drawLigatures(terminal: Terminal, profile: Profile): TerminalPart {
  let joiner: number | null = null;
  let { ligatures } = profile;
  const end = () => {
    if (joiner !== null) terminal.deregisterCharacterJoiner(joiner);
    joiner = null;
  };
  const follow = () => {
    if (terminal.element === undefined || ligatures === (joiner !== null)) return;
    end();
    if (ligatures) joiner = terminal.registerCharacterJoiner(signRuns);
  };
  // xterm.js takes no joiner before it is in the page.
  const opened = terminal.onRender(() => {
    opened.dispose();
    follow();
  });
  return {
    apply: (next) => {
      ({ ligatures } = next);
      follow();
    },
    dispose: () => {
      opened.dispose();
      end();
    },
  };
}

/** Where in a line of text runs of signs are: begin, and the place after the end. */
export const signRuns = (text: string): [number, number][] =>
  [...text.matchAll(runs)]
    .filter(({ 0: run }) => run.length <= longestRun)
    .map(({ index, 0: run }) => [index, index + run.length]);
