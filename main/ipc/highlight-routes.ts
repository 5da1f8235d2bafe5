import { success } from '#contract/failure.ts';
import type { HighlightSetsStore } from '../profiles/highlight-sets.ts';
import type { RequestHandlers } from './router.ts';

/** What the window may ask of the highlight sets; each change is told to all of them by the store's owner. */
export const highlightRequests = (
  sets: HighlightSetsStore,
): Pick<RequestHandlers, 'highlights.list' | 'highlights.change'> => ({
  'highlights.list': () => success(sets.current()),
  'highlights.change': sets.change,
});
