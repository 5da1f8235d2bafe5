import { parseSync } from 'vite';
import { childrenOf, type Surroundings } from './children.ts';
import { calleeOf, isNode, type Node, textOf } from './syntax.ts';
import { isProse, isWord } from './words.ts';

/** A text, and the line that it stands in. */
export interface Place {
  readonly text: string;
  readonly line: number;
}

/** What one source file has to do with the languages. */
export interface SourceTexts {
  /** Texts that are translated: what `t` and `english` are given. */
  readonly keys: readonly Place[];
  /** Texts that look as though a user read them, and are not. */
  readonly untranslated: readonly Place[];
  /** Calls of `t` that can't work: of a text put together, or while the module is evaluated. */
  readonly misused: readonly Place[];
}

const functions: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

/** Reads a source of TypeScript. */
export function readSource(path: string, source: string): SourceTexts {
  const keys: Place[] = [];
  const untranslated: Place[] = [];
  const misused: Place[] = [];
  const note = (list: Place[], node: Node, text: string) =>
    list.push({ text, line: source.slice(0, node.start).split('\n').length });

  /** `depth` is how many functions are around the node: with none it is evaluated with the module. */
  const walk = (node: Node, depth: number, within: Surroundings) => {
    const callee = calleeOf(node);
    if (callee === 't' || callee === 'english') return walkCall(callee, node, depth);
    const text = textOf(node);
    if (text !== null && (within === 'shown' ? isWord(text) : isProse(text))) note(untranslated, node, text);
    const inner = functions.has(node.type) ? depth + 1 : depth;
    for (const child of childrenOf(node, within)) walk(child.node, inner, child.within);
  };

  const walkCall = (callee: string, call: Node, depth: number) => {
    const [first, ...values] = call.arguments as readonly Node[];
    if (first === undefined) return;
    if (callee === 't' && depth === 0) note(misused, call, 'called while the module is evaluated');
    const texts = textsOf(first);
    for (const text of texts) note(keys, first, text);
    if (isPutTogether(first)) note(misused, first, 'a text that is put together');
    else if (texts.length === 0) walk(first, depth, 'code');
    for (const value of values) walk(value, depth, 'code');
  };

  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  walk(program as unknown as Node, 0, 'code');
  return { keys, untranslated, misused };
}

/** The whole texts that an argument can be: one, either of two, or those of a table. */
function textsOf(node: Node): readonly string[] {
  if (node.type === 'ConditionalExpression')
    return [...textsOf(node.consequent as Node), ...textsOf(node.alternate as Node)];
  if (node.type === 'ObjectExpression')
    return (node.properties as readonly Node[]).flatMap(({ value }) => (isNode(value) ? textsOf(value) : []));
  const text = isPutTogether(node) ? null : textOf(node);
  return text === null ? [] : [text];
}

const isPutTogether = (node: Node): boolean =>
  node.type === 'BinaryExpression' ||
  (node.type === 'TemplateLiteral' && (node.expressions as readonly Node[]).length > 0);
