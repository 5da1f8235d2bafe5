import { success } from '#contract/failure.ts';
import type { Desk } from '../session/desk.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

/** What a window may ask of its tabs. */
export const tabRequests = (desk: Desk): Pick<RequestHandlers, 'tabs.list'> => ({
  'tabs.list': (_, from) => {
    desk.claim(from);
    return success(desk.tabsOf(from));
  },
});

export const tabCommands = (desk: Desk, onChange: () => void): Pick<CommandHandlers, 'tabs.arrange'> => ({
  'tabs.arrange': ({ tabs }, from) => {
    desk.arrange(from, tabs);
    onChange();
  },
});
