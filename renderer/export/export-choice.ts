import type { ExportChoice } from '#contract/saved/import.ts';
import { kindOf, nameIn, type SessionNode } from '../settings/sessions/session-nodes.ts';

/** The ids of the rows that are chosen: of those with nothing under them. The others are as these are. */
export type Chosen = ReadonlySet<string>;

/** How much of a row, with what is under it, is chosen. */
export type Share = 'all' | 'some' | 'none';

/** The rows under these that have nothing under them, or the row itself. */
const leavesOf = (nodes: readonly SessionNode[]): readonly string[] =>
  nodes.flatMap(({ id, children }) => (children.length === 0 ? [id] : leavesOf(children)));

/** All rows, or what is under one and itself. */
export function firstChosen(nodes: readonly SessionNode[], only: string | null): Chosen {
  const one = only === null ? null : find(nodes, only);
  return new Set(leavesOf(one === null ? nodes : [one]));
}

/** With these rows and all under them in it, or out of it. */
export function withRows(chosen: Chosen, nodes: readonly SessionNode[], isChosen: boolean): Chosen {
  const leaves = new Set(leavesOf(nodes));
  return isChosen ? new Set([...chosen, ...leaves]) : new Set([...chosen].filter((id) => !leaves.has(id)));
}

/** How much is chosen of each row, by its id. */
export function sharesOf(nodes: readonly SessionNode[], chosen: Chosen): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  const look = ({ id, children }: SessionNode): Share => {
    const inner = new Set(children.map(look));
    const [only = 'none'] = inner;
    const share = children.length === 0 ? (chosen.has(id) ? 'all' : 'none') : inner.size === 1 ? only : 'some';
    shares.set(id, share);
    return share;
  };
  for (const node of nodes) look(node);
  return shares;
}

/** What main is asked for. A folder of which all is chosen goes along for itself: it may be empty. */
export function choiceOf(nodes: readonly SessionNode[], chosen: Chosen): ExportChoice {
  const whole = [...sharesOf(nodes, chosen)].filter(([, share]) => share === 'all').map(([id]) => id);
  const named = (kind: SessionNode['kind']) => whole.filter((id) => kindOf(id) === kind).map(nameIn);
  return { sessions: named('session'), folders: named('folder'), defaults: named('defaults').length > 0 };
}

/** The rows whose choice differs. */
export function changedRows(
  nodes: readonly SessionNode[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly SessionNode[] {
  return nodes.flatMap((node) => [
    ...(before.has(node.id) === after.has(node.id) ? [] : [node]),
    ...changedRows(node.children, before, after),
  ]);
}

function find(nodes: readonly SessionNode[], id: string): SessionNode | null {
  for (const node of nodes) {
    const found = node.id === id ? node : find(node.children, id);
    if (found !== null) return found;
  }
  return null;
}
