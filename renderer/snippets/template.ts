import { typedKeys } from '#contract/keys/typed-keys.ts';

/** What can be filled in without asking. */
export const variables = ['host', 'user', 'port', 'session', 'date', 'time', 'clipboard', 'selection'] as const;

export type Variable = (typeof variables)[number];

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: Variable }
  | { readonly kind: 'question'; readonly question: string };

/** A snippet's text, read. `${…}` of any other name stays as it is: it is the shell's. */
export function readTemplate(text: string): readonly Part[] {
  const pattern = new RegExp(`(\\$\\{(?:ask:[^}]{1,80}|${variables.join('|')})\\})`);
  return text.split(pattern).flatMap((piece, index): readonly Part[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }];
    const name = piece.slice(2, -1);
    return [
      name.startsWith('ask:')
        ? { kind: 'question', question: name.slice('ask:'.length).trim() }
        : { kind: 'variable', name: name as Variable },
    ];
  });
}

/** What has to be asked before the snippet can be typed, each once. */
export const questionsOf = (template: readonly Part[]): readonly string[] => [
  ...new Set(template.flatMap((part) => (part.kind === 'question' ? part.question : []))),
];

export const variablesOf = (template: readonly Part[]): readonly Variable[] =>
  template.flatMap((part) => (part.kind === 'variable' ? part.name : []));

/** The keys to type. What is filled in has no key of its own in it: a copied line end must not run a command. */
export function fillIn(
  template: readonly Part[],
  values: Readonly<Partial<Record<Variable, string>>>,
  answers: ReadonlyMap<string, string>,
): string {
  return template
    .map((part) => {
      if (part.kind === 'text') return typedKeys(part.text);
      return withoutKeys(part.kind === 'variable' ? (values[part.name] ?? '') : (answers.get(part.question) ?? ''));
    })
    .join('');
}

const withoutKeys = (text: string) => text.trim().replace(/\p{Cc}+/gu, ' ');
