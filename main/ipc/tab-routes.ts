import type { TabTarget } from '#contract/channels/channels.ts';
import { success } from '#contract/failure.ts';
import type { TabId, WindowId } from '#contract/tabs/tab.ts';
import type { Desk } from '../session/desk.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

/** What a window may ask of its tabs. */
export const tabRequests = (desk: Desk): Pick<RequestHandlers, 'tabs.list'> => ({
  'tabs.list': (_, from) => {
    desk.claim(from);
    return success(desk.tabsOf(from));
  },
});

/** Takes a tab of a window to another one. */
export type MoveTab = (from: WindowId, id: TabId, to: TabTarget) => void;

export const tabCommands = (
  desk: Desk,
  move: MoveTab,
  onChange: () => void,
): Pick<CommandHandlers, 'tabs.arrange' | 'tabs.move'> => ({
  'tabs.move': ({ id, to }, from) => {
    move(from, id, to);
    onChange();
  },
  'tabs.arrange': ({ tabs }, from) => {
    desk.arrange(from, tabs);
    onChange();
  },
});
