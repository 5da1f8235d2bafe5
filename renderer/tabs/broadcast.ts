import type { Bridge } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { TabId } from '#contract/tabs/tab.ts';
import type { Pane, ShellState } from '../window/state.ts';
import type { Shell } from '../window/store.ts';

/** Which panes of the window get what is typed into one of them. It lasts as long as the page; a group goes before it. */
export type Broadcast =
  | { readonly kind: 'off' }
  | { readonly kind: 'tab'; readonly tab: TabId }
  | { readonly kind: 'all' };

type Broadcasting = Pick<ShellState, 'tabs' | 'panes' | 'broadcast' | 'group'>;

/** The panes of the window that share what is typed, in whichever tab; none while that is off. */
export function membersOf({ tabs, broadcast, group }: Broadcasting): readonly SessionId[] {
  const inTabs = tabs.flatMap(({ id, layout }) => panesOf(layout).map((pane) => ({ tab: id, pane })));
  const grouped = inTabs.map(({ pane }) => pane).filter((pane) => group.includes(pane));
  if (grouped.length > 0) return grouped;
  switch (broadcast.kind) {
    case 'off':
      return [];
    case 'tab':
      return inTabs.filter(({ tab }) => tab === broadcast.tab).map(({ pane }) => pane);
    case 'all':
      return inTabs.map(({ pane }) => pane);
  }
}

/** The other panes that get what is typed into this one. */
export function receiversOf(state: Broadcasting, from: SessionId): readonly SessionId[] {
  const members = membersOf(state);
  return members.includes(from) ? members.filter((id) => id !== from && receives(state.panes.get(id))) : [];
}

/** The panes in other windows that share what is typed into this one. */
export const elsewhereOf = ({ panes, group }: Broadcasting, from: SessionId): readonly SessionId[] =>
  group.includes(from) ? group.filter((id) => !panes.has(id)) : [];

/** Only a program that runs gets it: a question of a login is answered by its own user, in its own pane. */
export const receives = (pane: Pane | undefined): boolean =>
  pane?.session.state.kind === 'open' && pane.session.prompt === null;

/** What is told of it in the status bar; null while it is off. */
export function broadcastWords(state: Broadcasting): string | null {
  const members = membersOf(state);
  if (members.length === 0) return null;
  const elsewhere = elsewhereOf(state, members[0] as SessionId).length;
  const count = members.filter((id) => receives(state.panes.get(id))).length;
  const to =
    elsewhere === 0
      ? t(count === 1 ? 'Typing goes to 1 pane' : 'Typing goes to {n} panes', { n: count })
      : t(
          count === 1
            ? 'Typing goes to 1 pane here, {elsewhere} elsewhere'
            : 'Typing goes to {n} panes here, {elsewhere} elsewhere',
          { n: count, elsewhere },
        );
  const others = members.length - count;
  return others === 0 ? to : t('{to}, not to {others} that ask or are closed', { to, others });
}

/** Begins a broadcast in this window, or ends it: that of picked panes then ends in all windows. */
export function chooseBroadcast(bridge: Bridge, { store, update }: Shell, broadcast: Broadcast): void {
  if (store.getState().group.length > 0) bridge.command('broadcast.pick', { ids: [] });
  update((state) => ({ ...state, broadcast, group: [] }));
}

/** Panes of any windows share what is typed from now on. */
export function pickGroup(bridge: Bridge, { update }: Shell, group: readonly SessionId[]): void {
  bridge.command('broadcast.pick', { ids: group });
  update((state) => ({ ...state, broadcast: { kind: 'off' }, group }));
}
