import { colourTable } from './demo-colours.ts';

/** What a command of the demo shell can see. */
export interface DemoContext {
  readonly columns: number;
  readonly rows: number;
  /** TERM and what the client asked to set, in its order. */
  readonly environment: ReadonlyMap<string, string>;
  /** Further commands: what each writes, sent as it is. */
  readonly answers: Readonly<Record<string, string>>;
}

export type Outcome =
  /** Lines end with CR LF, as from a terminal. */
  | { readonly kind: 'output'; readonly text: string; readonly code: number }
  /** Numbered lines, for as long as the client takes them, or that many. */
  | { readonly kind: 'flood'; readonly lines: number }
  /** Says nothing until Ctrl+C. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'exit'; readonly code: number };

const help = `Commands:
  echo WORD...     writes the words
  flood [LINES]    writes numbered lines until Ctrl+C, or that many
  colours          shows 16, 256 and true colours
  size             shows columns x rows
  env              shows what the client asked to set
  idle             says nothing until Ctrl+C
  exit [CODE]      ends the session
  help             shows this`;

/** Runs one line of input. Unknown commands fail with 127, as in sh. */
export function runDemoCommand(line: string, context: DemoContext): Outcome {
  const [name, ...words] = wordsOf(line);
  if (name === undefined) return output('');
  const answer = Object.hasOwn(context.answers, name) ? context.answers[name] : undefined;
  if (answer !== undefined) return { kind: 'output', text: answer, code: 0 };
  switch (name) {
    case 'echo':
      return output(words.join(' '));
    case 'flood':
      return {
        kind: 'flood',
        lines: words[0] === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(words[0], 10),
      };
    case 'colours':
      return output(colourTable());
    case 'size':
      return output(`${context.columns}x${context.rows}`);
    case 'env':
      return output([...context.environment].map(([key, value]) => `${key}=${value}`).join('\n'));
    case 'idle':
      return { kind: 'idle' };
    case 'exit':
      return { kind: 'exit', code: Number.parseInt(words[0] ?? '', 10) || 0 };
    case 'help':
      return output(help);
    default:
      return output(`demo: ${name}: command not found`, 127);
  }
}

/** The lines of a flood, numbered from `first`; each 64 bytes, so that what arrived can be checked by its size too. */
export const floodLines = (first: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `flood ${String(first + index).padStart(9, '0')} ${filler}\r\n`).join('');

const filler = 'The quick brown fox jumps over the lazy dogs..';

/** Words are parted by spaces; quotes of either kind keep them together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/["']/g, ''));

const output = (text: string, code = 0): Outcome => ({
  kind: 'output',
  text: text === '' ? '' : `${text.replaceAll('\n', '\r\n')}\r\n`,
  code,
});
