import type { TabElsewhere } from '#contract/channels/broadcast-channels.ts';
import { success } from '#contract/failure.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import type { BroadcastGroup } from '../session/broadcast-group.ts';
import type { Desk } from '../session/desk.ts';
import type { Registry } from '../session/registry.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

/** What a window may ask of the panes that others have. */
export const broadcastRequests = (
  windows: () => readonly WindowId[],
  desk: Pick<Desk, 'tabsOf'>,
  registry: Pick<Registry, 'get'>,
): Pick<RequestHandlers, 'broadcast.elsewhere'> => ({
  'broadcast.elsewhere': (_, from) => {
    const tabs = windows()
      .filter((window) => window !== from)
      .flatMap(desk.tabsOf);
    return success(
      tabs.map(({ name, focused, layout }): TabElsewhere => {
        const panes = panesOf(layout).map((id) => ({ id, name: registry.get(id)?.snapshot().name ?? '' }));
        return { name: name || (panes.find(({ id }) => id === focused)?.name ?? ''), panes };
      }),
    );
  },
});

export const broadcastCommands = (
  group: BroadcastGroup,
): Pick<CommandHandlers, 'broadcast.pick' | 'broadcast.give'> => ({
  'broadcast.pick': ({ ids }) => group.pick(ids),
  'broadcast.give': ({ id, input }, from) => group.give(from, id, input),
});
