import { panesOf } from '#contract/layout.ts';
import type { SessionId } from '#contract/session.ts';
import type { ShellState } from './state.ts';

/** What is asked before panes are closed of which some are open. */
export function closeWords(
  { tabs, panes }: Pick<ShellState, 'tabs' | 'panes'>,
  ids: readonly SessionId[],
): { readonly title: string; readonly text: string } {
  const whole = tabs.filter(({ layout }) => panesOf(layout).every((id) => ids.includes(id))).length;
  const open = ids.flatMap((id) => panes.get(id)?.session ?? []).filter(({ state }) => state.kind === 'open');
  const [first] = open;
  return {
    title: titleOf(whole),
    text: open.length === 1 && first ? oneOpen(first.name, whole) : manyOpen(open.length),
  };
}

function titleOf(tabs: number): string {
  if (tabs === 0) return 'Close this pane?';
  return tabs === 1 ? 'Close this tab?' : `Close ${tabs} tabs?`;
}

function oneOpen(name: string, tabs: number): string {
  const what = tabs === 0 ? 'pane' : 'tab';
  return `The session ${name} is open. Closing its ${what} disconnects it.`;
}

const manyOpen = (count: number) => `${count} sessions are open. Closing them disconnects them.`;
