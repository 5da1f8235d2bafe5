import { markdownTable } from '../text-table.ts';
import { knownDifferences } from './known.ts';
import type { Scene } from './scene.ts';

export interface Outcome {
  readonly scene: Scene;
  /** The first place where the screens differ, in words; null where they are alike. */
  readonly difference: string | null;
}

export interface PageFacts {
  readonly machine: string;
  readonly versions: readonly string[];
  readonly command: string;
  readonly date: string;
}

/** A difference without a known reason, or a reason without a difference. */
export const isUnexpected = ({ scene, difference }: Outcome): boolean =>
  (difference === null) === scene.name in knownDifferences;

const like = ({ scene, difference }: Outcome) =>
  difference === null ? 'as xterm' : (knownDifferences[scene.name] ?? `differs: ${difference}`);

/** docs/conformance.md: the tables of one run. */
export function pageOf(terminfo: readonly Outcome[], sequences: readonly Outcome[], facts: PageFacts): string {
  const all = [...terminfo, ...sequences];
  const alike = all.filter(({ difference }) => difference === null).length;
  const tableOf = (outcomes: readonly Outcome[]) =>
    markdownTable([
      ['sequence', 'what it does', 'Holdfast'],
      ...outcomes.map((outcome) => [outcome.scene.name, `\`${outcome.scene.about}\``, like(outcome)]),
    ]);
  return `# The terminal beside xterm

Written by \`${facts.command}\` on ${facts.date}.

Each row was sent to Holdfast's terminal (xterm.js with the parts that stand on its parser, without the window around them)
and to xterm on an X server, on the same screen full of text and colours. Then every
cell (character, bold, underline, blink, inverse, colours) and the place of the cursor were compared; xterm's cells are
what it prints of its screen (Media Copy), its cursor what it reports. ${alike} of ${all.length} are alike.

## What terminfo promises of xterm-256color

Every output capability of the entry that \`infocmp -x\` has, with parameters, and a letter after it. Capabilities that are
keys, answers or printers have no screen to compare.

${tableOf(terminfo)}

## Sequences that programs use

In the order of vttest's menus.

${tableOf(sequences)}

Machine: ${facts.machine}. Versions: ${facts.versions.join('; ')}.
`;
}

/** One object for scripts. */
export const jsonOf = (outcomes: readonly Outcome[]) => ({
  rows: outcomes.map(({ scene, difference }) => ({
    name: scene.name,
    like: difference === null,
    ...(difference === null ? {} : { difference, known: knownDifferences[scene.name] ?? null }),
  })),
});
