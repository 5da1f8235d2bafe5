import type { SavedSessions } from '#contract/channels/channels.ts';
import { type HighlightSet, switchedOn } from '#contract/highlights/highlight-set.ts';
import { defaultProfile, type Profile, profileDifference } from '#contract/profile/profile.ts';
import type { ExportChoice } from '#contract/saved/import.ts';
import { folderChain, parentFolder } from '#contract/saved/saved-tree.ts';
import type { ReadFolder } from '../read.ts';

/** What goes into the file of an export. */
export interface Exported extends Pick<SavedSessions, 'sessions'> {
  /** Null where Default Settings stay out. */
  readonly defaults: Profile | null;
  readonly folders: readonly ReadFolder[];
  /** Those of the user's that a session or a folder here has switched on. */
  readonly highlightSets: readonly HighlightSet[];
}

/**
 * The chosen sessions and folders, with the folders around them. Where Default Settings stay out, the outermost folders
 * give what they inherit from these, so that a session that is begun in one is the same elsewhere. What is not there any
 * more is left out.
 */
export function chosenOf(
  saved: Omit<SavedSessions, 'notice'>,
  sets: readonly HighlightSet[],
  choice: ExportChoice,
): Exported {
  const names = new Set(choice.sessions);
  const sessions = saved.sessions.filter(({ name }) => names.has(name));
  const paths = new Set([...choice.folders, ...sessions.map(({ folder }) => folder)].flatMap(folderChain));
  const inherited = choice.defaults ? {} : profileDifference(defaultProfile, saved.defaults);
  const folders = saved.folders
    .filter(({ path }) => paths.has(path))
    .map(({ path, settings }) => ({
      path,
      settings: parentFolder(path) === '' ? { ...inherited, ...settings } : settings,
    }));
  const defaults = choice.defaults ? saved.defaults : null;
  const given = [defaults ?? {}, ...folders.map(({ settings }) => settings), ...sessions.map(({ profile }) => profile)];
  return { defaults, folders, sessions, highlightSets: switchedOn(sets, given) };
}
