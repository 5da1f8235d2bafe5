import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { hostOf, type PathReport, type Place, placeAlone, placeOf } from '#contract/session/path.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import type { PathBook } from '../../keepalive/path-book.ts';
import { limitsOf } from '../../keepalive/path-memory.ts';
import { adviceSeconds } from '../../keepalive/safe-keepalive.ts';
import { createPathSearch, type PathSearch, type PathSearchOptions } from './path-search.ts';

/** What the program knows of paths, and its searches for their limits. They outlive the window. */
export interface Paths {
  readonly report: (place: Place) => PathReport;
  readonly forget: (place: Place) => PathReport;
  /** Begins a search on the path to the profile's host; there is one at a time for each. */
  readonly search: (profile: Profile, seconds: readonly number[]) => Result<PathReport>;
  readonly cancelSearch: (place: Place) => void;
  /** False if that question is not waiting any more. */
  readonly answer: (place: Place, promptId: string, answer: PromptAnswer) => boolean;
  /** The window is gone: a search that asks something is cancelled. Resolves once the others have ended. */
  readonly whenSearched: () => Promise<void>;
}

export interface PathsOptions extends Pick<PathSearchOptions, 'openProbe' | 'sleep' | 'clock'> {
  readonly book: PathBook;
  /** Whether there is a window that shows questions. */
  readonly isWatched: () => boolean;
  /** What is known of a path, or a search, has changed. */
  readonly onChange: (report: PathReport) => void;
}

export function createPaths({ book, isWatched, onChange, ...parts }: PathsOptions): Paths {
  const searches = new Map<string, PathSearch>();
  const waiting = new Set<() => void>();

  const report = (place: Place): PathReport => {
    const path = book.pathTo(place);
    const knowledge = path.knowledge();
    return {
      ...placeAlone(place),
      hostName: hostOf(place),
      survived: knowledge.survived,
      fatal: knowledge.fatal,
      adviceSeconds: adviceSeconds(limitsOf(knowledge)),
      ignoresChecksSince: path.ignoresChecksSince(),
      search: searches.get(keyOf(place))?.snapshot() ?? null,
    };
  };

  const changed = (place: Place) => onChange(report(place));

  const handleSearchChange = (place: Place) => {
    changed(place);
    if (!isWatched()) cancelAsking();
    if (running().length > 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  const running = () => [...searches.values()].filter((search) => search.snapshot().state.kind === 'running');

  const cancelAsking = () => {
    for (const search of searches.values()) {
      const { state } = search.snapshot();
      if (state.kind === 'running' && state.prompt !== null) search.cancel();
    }
  };

  book.onChange(changed);

  return {
    report,
    forget: (place) => {
      book.pathTo(place).forget();
      return report(place);
    },
    search: (profile, seconds) => {
      const place = placeOf(profile);
      const key = keyOf(place);
      if (searches.get(key)?.snapshot().state.kind === 'running') return failed(underWay(place));
      const path = book.pathTo(place);
      const search = createPathSearch({
        ...parts,
        profile,
        seconds,
        path,
        onChange: () => handleSearchChange(place),
      });
      searches.set(key, search);
      search.start();
      return success(report(place));
    },
    cancelSearch: (place) => searches.get(keyOf(place))?.cancel(),
    answer: (place, promptId, answer) => searches.get(keyOf(place))?.answer(promptId, answer) ?? false,
    whenSearched: () => {
      cancelAsking();
      return running().length === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve));
    },
  };
}

const keyOf = (place: Place) => JSON.stringify([hostOf(place), place.portNumber, place.via ?? '']);

const underWay = (place: Place): Failure => ({
  code: 'internal',
  message: t('The limit of the path to {place} is being searched for already.', { place: hostOf(place) }),
  retryable: true,
});
