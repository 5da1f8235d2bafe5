import { join } from 'node:path';
import { type Result, success } from '#contract/failure.ts';
import { type HighlightSet, readHighlightSet } from '#contract/highlight-set.ts';
import { english } from '#contract/language/language.ts';
import { type GuardedDocument, readGuarded, updateGuarded } from './guarded-document.ts';

/** The highlight sets that the user has made, in a file of their own with the same guards as the saved sessions. */
export interface HighlightSetsStore {
  readonly current: () => readonly HighlightSet[];
  /** Keeps these in place of those that were there. Entries that this version can't read stay in the file. */
  readonly set: (sets: readonly HighlightSet[]) => Result<readonly HighlightSet[]>;
  /** Calls back after each change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface HighlightSetsOptions {
  /** Made if it isn't there. */
  readonly folder: string;
  /** Something that happened to the file and that the user should know. */
  readonly notify: (text: string) => void;
  /** Wall clock, for the name of a damaged file. */
  readonly now?: () => Date;
}

/** Never throws: with a file that can't be used there are no sets. */
export function openHighlightSets({
  folder,
  notify,
  now = () => new Date(),
}: HighlightSetsOptions): HighlightSetsStore {
  const guarded = { file: join(folder, 'highlight-sets.json'), kept: english('The highlight sets'), now };
  const listeners = new Set<() => void>();
  const take = ({ document, notice }: GuardedDocument) => {
    if (notice !== null) notify(notice);
    return (document.highlightSets ?? []).map(readHighlightSet).filter((set) => set !== null);
  };
  let current: readonly HighlightSet[] = take(readGuarded(guarded));

  return {
    current: () => current,
    set: (sets) => {
      const updated = updateGuarded(guarded, ({ sessions: _none, ...document }) => {
        const unreadable = (document.highlightSets ?? []).filter((entry) => readHighlightSet(entry) === null);
        return success({ ...document, highlightSets: [...sets, ...unreadable] });
      });
      if (!updated.ok) return updated;
      current = take(updated.value);
      for (const listener of listeners) listener();
      return success(current);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
