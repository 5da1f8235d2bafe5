import type { Setting } from './definition.ts';

const nowhereElse = { putty: null, sshConfig: null, teraTerm: null } as const;

/** Texts to type with one press. A folder gives its own to the sessions in it. */
export const snippetSettings = {
  snippets: {
    type: 'pairs',
    label: 'Snippets',
    category: 'Terminal/Snippets',
    group: 'Texts to type with one press',
    help: '\\r is Enter; \\t, \\e and \\x03 are keys too. ${host}, ${user}, ${port}, ${session}, ${date}, ${time}, ${clipboard} and ${selection} are filled in, ${ask:What?} is asked for. All are in the command palette.',
    default: [],
    nameLabel: 'Name',
    valueLabel: 'Text',
    names: 'any',
    maxItems: 100,
    midSession: true,
    ...nowhereElse,
  },
  snippetBar: {
    type: 'toggle',
    label: 'Show a button for each, below the terminal',
    category: 'Terminal/Snippets',
    group: 'Texts to type with one press',
    help: 'The bar is there as long as there are snippets.',
    default: true,
    midSession: true,
    ...nowhereElse,
  },
} as const satisfies Readonly<Record<string, Setting>>;
