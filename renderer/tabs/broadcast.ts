import { t } from '#contract/language/language.ts';
import { panesOf } from '#contract/layout.ts';
import type { SessionId } from '#contract/session.ts';
import type { TabId } from '#contract/tab.ts';
import type { Pane, ShellState } from './state.ts';

/** Which panes get what is typed into one of them. It lasts as long as the page, and is written down nowhere. */
export type Broadcast =
  | { readonly kind: 'off' }
  | { readonly kind: 'tab'; readonly tab: TabId }
  | { readonly kind: 'all' }
  | { readonly kind: 'picked'; readonly ids: readonly SessionId[] };

type Broadcasting = Pick<ShellState, 'tabs' | 'panes' | 'broadcast'>;

/** The panes that share what is typed, in whichever tab; none while that is off. */
export function membersOf({ tabs, broadcast }: Broadcasting): readonly SessionId[] {
  const inTabs = tabs.flatMap(({ id, layout }) => panesOf(layout).map((pane) => ({ tab: id, pane })));
  switch (broadcast.kind) {
    case 'off':
      return [];
    case 'tab':
      return inTabs.filter(({ tab }) => tab === broadcast.tab).map(({ pane }) => pane);
    case 'all':
      return inTabs.map(({ pane }) => pane);
    case 'picked':
      return inTabs.map(({ pane }) => pane).filter((pane) => broadcast.ids.includes(pane));
  }
}

/** The other panes that get what is typed into this one. */
export function receiversOf(state: Broadcasting, from: SessionId): readonly SessionId[] {
  const members = membersOf(state);
  return members.includes(from) ? members.filter((id) => id !== from && receives(state.panes.get(id))) : [];
}

/** Only a program that runs gets it: a question of a login is answered by its own user, in its own pane. */
export const receives = (pane: Pane | undefined): boolean =>
  pane?.session.state.kind === 'open' && pane.session.prompt === null;

/** What is told of it in the status bar; null while it is off. */
export function broadcastWords(state: Broadcasting): string | null {
  const members = membersOf(state);
  if (members.length === 0) return null;
  const count = members.filter((id) => receives(state.panes.get(id))).length;
  const to = t(count === 1 ? 'Typing goes to 1 pane' : 'Typing goes to {n} panes', { n: count });
  const others = members.length - count;
  return others === 0 ? to : t('{to}, not to {others} that ask or are closed', { to, others });
}
