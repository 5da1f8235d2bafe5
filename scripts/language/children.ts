import { asText, calleeOf, isNode, type Node } from './syntax.ts';

/** How a text is taken: in code, where prose alone is a user's, or in the midst of what is shown, where all is. */
export type Surroundings = 'code' | 'shown';

export interface Child {
  readonly node: Node;
  readonly within: Surroundings;
}

/** Whose texts go to the Event Log, to standard error or to a programmer, in English. */
const englishCalls: ReadonlySet<string> = new Set(['onLog', 'log', 'Error', 'TypeError', 'RangeError', 'warn']);

/** Attributes and props that users read or hear, in whole or as part of a text. */
const isReadAttribute = (name: string) =>
  /^(aria-(label|description|valuetext|roledescription|placeholder)|alt|children|description|error|help|label|message|note|nothing|placeholder|text|textValue|title)$|Label$|Text$|Title$/.test(
    name,
  );

/** Attributes that are never read, whatever their words look like. */
const isNameAttribute = (name: string) => /^(className|placement|data-.*)$/.test(name);

/** Operators whose sides are compared, and not shown. */
const comparisons: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', 'in', 'instanceof']);

/** The nodes under one that can hold a text of a user. */
export function childrenOf(node: Node, within: Surroundings): readonly Child[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TaggedTemplateExpression':
      return [];
    case 'ExportNamedDeclaration':
      return under(node, within, ['source']);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return [{ node: node.expression as Node, within }];
    case 'CallExpression':
    case 'NewExpression':
      return englishCalls.has(calleeOf(node) ?? '') ? [] : under(node, 'code');
    case 'BinaryExpression':
      return comparisons.has(String(node.operator)) ? [] : under(node, within);
    case 'SwitchCase':
      return under(node, within, ['test']);
    case 'MemberExpression':
      return under(node, 'code', ['property']);
    case 'Property':
      return under(node, 'code', node.computed === true ? [] : ['key']);
    case 'ConditionalExpression':
      return [...under(node, 'code', ['consequent', 'alternate']), ...under(node, within, ['test'])];
    case 'JSXAttribute': {
      const name = asText(node.name, 'name') ?? '';
      return isNameAttribute(name) ? [] : under(node, isReadAttribute(name) ? 'shown' : 'code', ['name']);
    }
    case 'JSXOpeningElement':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return under(node, 'code');
    case 'JSXElement':
    case 'JSXFragment':
      return under(node, 'shown', ['closingElement']);
    default:
      return node.type.startsWith('TS') ? [] : under(node, within);
  }
}

const under = (node: Node, within: Surroundings, but: readonly string[] = []): readonly Child[] =>
  Object.entries(node)
    .filter(([name]) => !but.includes(name))
    .flatMap(([, value]) => [value].flat().filter(isNode))
    .map((child) => ({ node: child, within }));
