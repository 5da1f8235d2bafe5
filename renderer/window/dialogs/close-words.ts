import { t } from '#contract/language/language.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { ShellState } from '../state.ts';

/** What is asked before panes are closed, and what it does to those that are open. */
export function closeWords(
  { tabs, panes }: Pick<ShellState, 'tabs' | 'panes'>,
  ids: readonly SessionId[],
): { readonly title: string; readonly text: string } {
  const whole = tabs.filter(({ layout }) => panesOf(layout).every((id) => ids.includes(id))).length;
  const open = ids.flatMap((id) => panes.get(id)?.session ?? []).filter(({ state }) => state.kind === 'open');
  return {
    title: titleOf(whole),
    text: openWords(open, whole),
  };
}

/** What is asked before a window of so many open sessions closes. */
export function windowWords(openSessions: number): string {
  if (openSessions === 0) return '';
  return openSessions === 1
    ? t('One session is open. Closing the window disconnects it.')
    : t('{n} sessions are open. Closing the window disconnects them.', { n: openSessions });
}

/** What is said besides of transfers that would end unfinished. */
export const unfinishedWords = (count: number): string =>
  count === 0 ? '' : t('{count} file transfers are not finished, and will be cancelled.', { count });

function titleOf(tabs: number): string {
  if (tabs === 0) return t('Close this pane?');
  return t(tabs === 1 ? 'Close this tab?' : 'Close {n} tabs?', { n: tabs });
}

function openWords([first, ...others]: readonly Pick<SessionSnapshot, 'name'>[], tabs: number): string {
  if (first === undefined) return '';
  return others.length === 0 ? oneOpen(first.name, tabs) : manyOpen(others.length + 1);
}

const oneOpen = (name: string, tabs: number): string =>
  t(
    tabs === 0
      ? 'The session {name} is open. Closing its pane disconnects it.'
      : 'The session {name} is open. Closing its tab disconnects it.',
    { name },
  );

const manyOpen = (count: number) => t('{n} sessions are open. Closing them disconnects them.', { n: count });
