import { success } from '#contract/failure.ts';
import type { RecentsStore } from '../profiles/recents.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

/** What the window may ask of what was used of late. */
export const recentsRequests = (recents: RecentsStore): Pick<RequestHandlers, 'recents.list'> => ({
  'recents.list': () => success(recents.list()),
});

export const recentsCommands = (
  recents: RecentsStore,
): Pick<CommandHandlers, 'recents.note-typed' | 'recents.clear-typed'> => ({
  'recents.note-typed': ({ text }) => recents.noteTyped(text),
  'recents.clear-typed': recents.clearTyped,
});
