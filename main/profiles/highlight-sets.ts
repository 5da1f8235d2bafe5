import { join } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import {
  type HighlightChanges,
  type HighlightSet,
  maxHighlightSets,
  readHighlightSet,
} from '#contract/highlights/highlight-set.ts';
import { english, t } from '#contract/language/language.ts';
import { type GuardedDocument, readGuarded, updateGuarded } from './storage/guarded-document.ts';

/** The highlight sets that the user has made, in a file of their own with the same guards as the saved sessions. */
export interface HighlightSetsStore {
  readonly current: () => readonly HighlightSet[];
  /** Gives all sets as they are then. Entries that this version can't read stay in the file. */
  readonly change: (changes: HighlightChanges) => Result<readonly HighlightSet[]>;
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
    return readable(document.highlightSets ?? []);
  };
  let current: readonly HighlightSet[] = take(readGuarded(guarded));

  return {
    current: () => current,
    change: (changes) => {
      const updated = updateGuarded(guarded, ({ sessions: _none, ...document }) => {
        const entries = document.highlightSets ?? [];
        const sets = changedBy(changes, readable(entries));
        const unreadable = entries.filter((entry) => readHighlightSet(entry) === null);
        return sets.length > maxHighlightSets
          ? failed(tooMany())
          : success({ ...document, highlightSets: [...sets, ...unreadable] });
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

const readable = (entries: readonly unknown[]): readonly HighlightSet[] =>
  entries.map(readHighlightSet).filter((set) => set !== null);

/** What was changed keeps its place; what is new comes last. */
function changedBy({ changed, removed }: HighlightChanges, sets: readonly HighlightSet[]): readonly HighlightSet[] {
  const kept = sets.filter(({ id }) => !removed.includes(id));
  const isThere = ({ id }: HighlightSet) => kept.some((set) => set.id === id);
  const inPlace = kept.map((set) => changed.find(({ id }) => id === set.id) ?? set);
  return [...inPlace, ...changed.filter((set) => !isThere(set))];
}

const tooMany = (): Failure => ({
  code: 'invalid-payload',
  message: t('You can have at most {max} highlight sets of your own.', { max: maxHighlightSets }),
  retryable: false,
});
