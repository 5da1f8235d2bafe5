/** A node of the syntax tree (ESTree), as far as it is looked at. */
export interface Node {
  readonly type: string;
  /** Where it begins, in UTF-16 units of the source. */
  readonly start: number;
  readonly [name: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** A text, or the one at `name` of a node. */
export function asText(value: unknown, name?: string): string | null {
  if (name !== undefined) return isNode(value) ? asText(value[name]) : null;
  return typeof value === 'string' ? value : null;
}

/** The text that a node is, with `{}` for what is put into it; null for what is no text. */
export function textOf(node: Node): string | null {
  switch (node.type) {
    case 'Literal':
      return asText(node.value);
    case 'JSXText':
      return String(node.value).trim().replace(/\s+/g, ' ');
    case 'TemplateLiteral':
      return (node.quasis as readonly { readonly value: { readonly cooked: string } }[])
        .map(({ value }) => value.cooked)
        .join('{}');
    default:
      return null;
  }
}

/** What a call calls, by the last of its names; null for what is no call. */
export function calleeOf(node: Node): string | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  return asText(node.callee, 'name') ?? asText((node.callee as Node).property, 'name');
}
