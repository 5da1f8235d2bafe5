import type { OpenSession } from '#contract/channels/channels.ts';
import { assertNever } from '#contract/failure.ts';
import { defaultSettingsName, type Profile, type SavedFolder, type SavedSession } from '#contract/profile/profile.ts';
import { parentFolder } from '#contract/saved/saved-tree.ts';
import type { ConfiguredHost } from '#contract/saved/ssh-config.ts';
import type { Category } from '#contract/settings/definition.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { type Draft, type DraftValue, draftOf, type Problems, problemOf } from './draft.ts';
import { neededIn } from './needed.ts';

/** All that the configuration dialog remembers. It outlives the panels, so that going from one to another loses nothing. */
export interface Form {
  readonly draft: Draft;
  /** The problems that are shown. One appears when its field is left or the dialog is confirmed, and goes once mended. */
  readonly problems: Problems;
  readonly category: Category;
  /** Text of the "Saved Sessions" box. */
  readonly sessionName: string;
  /** The saved session that was loaded or saved last, as it was then. */
  readonly loaded: SavedSession | null;
  /** Where a session is that gets a new name: in the folder that was chosen last, or that of what was loaded. */
  readonly folder: string;
  /** The folder whose starting values were loaded or saved last; whatever else is loaded takes its place. */
  readonly loadedFolder: string | null;
  /** The host of ~/.ssh/config that is chosen in the list. */
  readonly chosenHost: string | null;
  /** The one whose settings were loaded last, as they were then; a saved session takes its place. */
  readonly configured: ConfiguredHost | null;
  /** The field that is to take the focus; a new object each time. */
  readonly focus: { readonly key: SettingKey } | null;
  /** The setting that is searched for: marked, and in view. */
  readonly searched: SettingKey | null;
}

export type FormEvent =
  | { readonly kind: 'typed'; readonly key: SettingKey; readonly value: DraftValue }
  /** The focus left a field. */
  | { readonly kind: 'left'; readonly key: SettingKey }
  | { readonly kind: 'category-chosen'; readonly category: Category }
  /** A setting is searched for; null when it isn't any more, or there is none. */
  | { readonly kind: 'searched'; readonly key: SettingKey | null }
  /** The search was ended with Enter: its setting takes the focus. */
  | { readonly kind: 'found'; readonly key: SettingKey }
  /** `folder` is where the session of that name is now; without it the place stays. */
  | { readonly kind: 'session-named'; readonly name: string; readonly folder?: string }
  /** A folder was chosen: `from` and `to` are the starting values of the place before, and of the folder. */
  | { readonly kind: 'folder-chosen'; readonly path: string; readonly from: Profile; readonly to: Profile }
  | { readonly kind: 'folder-loaded'; readonly folder: Pick<SavedFolder, 'path' | 'profile'> }
  | { readonly kind: 'folder-saved'; readonly path: string }
  /** A folder is new, or elsewhere than it was. */
  | { readonly kind: 'folder-moved'; readonly path: string }
  | { readonly kind: 'session-renamed'; readonly name: string; readonly to: string }
  | { readonly kind: 'loaded'; readonly session: SavedSession }
  | { readonly kind: 'saved'; readonly session: SavedSession }
  | { readonly kind: 'host-chosen'; readonly host: string }
  | { readonly kind: 'configured'; readonly configured: ConfiguredHost }
  | { readonly kind: 'deleted'; readonly name: string }
  | { readonly kind: 'refused'; readonly problems: Problems };

/** The form for a new session, beginning with the host name; `savedAs` is the saved session that it comes from, in `folder`. */
export function newForm({ profile, savedAs }: OpenSession, folder = ''): Form {
  const loaded = savedAs === null ? null : { name: savedAs, folder, profile };
  return { ...changeForm({ profile, savedAs }, folder), loaded, focus: { key: 'hostName' } };
}

/** The form for a session that runs; `savedAs` is the saved session that it was opened from. */
export const changeForm = ({ profile, savedAs }: OpenSession, folder = ''): Form => ({
  draft: draftOf(profile),
  problems: {},
  category: 'Session',
  sessionName: savedAs ?? '',
  loaded: null,
  folder,
  loadedFolder: null,
  chosenHost: null,
  configured: null,
  focus: null,
  searched: null,
});

export function reduceForm(form: Form, event: FormEvent): Form {
  switch (event.kind) {
    case 'typed': {
      const draft = { ...form.draft, [event.key]: event.value };
      // A problem that is shown follows what is typed; a new one waits until the field is left.
      const problems = event.key in form.problems ? recheck(form.problems, event.key, draft) : form.problems;
      return { ...form, draft, problems: withoutMet(problems, form.draft, draft) };
    }
    case 'left': {
      const settled = form.problems[event.key] === undefined;
      return settled ? { ...form, problems: recheck(form.problems, event.key, form.draft) } : form;
    }
    case 'category-chosen':
      return { ...form, category: event.category };
    case 'searched': {
      const category = event.key === null ? form.category : settingOf(event.key).category;
      return { ...form, category, searched: event.key };
    }
    case 'found':
      return { ...form, category: settingOf(event.key).category, focus: { key: event.key }, searched: event.key };
    case 'session-named':
      return { ...form, sessionName: event.name, chosenHost: null, folder: event.folder ?? form.folder };
    case 'folder-chosen': {
      const draft = isFresh(form) ? rebased(form.draft, event.from, event.to) : form.draft;
      return { ...form, draft, sessionName: folderText(event.path), folder: event.path, chosenHost: null };
    }
    case 'folder-loaded': {
      const { path, profile } = event.folder;
      const shown = { draft: draftOf(profile), problems: {}, sessionName: folderText(path), folder: path };
      return { ...form, ...shown, ...nothingLoaded, loadedFolder: path };
    }
    case 'folder-moved':
      return { ...form, sessionName: folderText(event.path), folder: event.path, loadedFolder: null, chosenHost: null };
    case 'session-renamed': {
      const isLoaded = form.loaded?.name === event.name;
      const loaded = isLoaded && form.loaded !== null ? { ...form.loaded, name: event.to } : form.loaded;
      return { ...form, loaded, sessionName: event.to };
    }
    case 'folder-saved':
      return { ...form, ...nothingLoaded, sessionName: folderText(event.path), loadedFolder: event.path };
    case 'host-chosen':
      return { ...form, sessionName: event.host, chosenHost: event.host };
    case 'configured': {
      const { host, profile } = event.configured;
      const shown = { draft: draftOf(profile), problems: {}, sessionName: host };
      return { ...form, ...shown, ...nothingLoaded, chosenHost: host, configured: event.configured };
    }
    case 'loaded': {
      const { name, profile } = event.session;
      return { ...remember(form, event.session), draft: draftOf(profile), problems: {}, sessionName: name };
    }
    case 'saved':
      return { ...remember(form, event.session), sessionName: event.session.name };
    case 'deleted':
      return { ...form, sessionName: '', loaded: form.loaded?.name === event.name ? null : form.loaded };
    case 'refused': {
      const key = settingKeys.find((candidate) => candidate in event.problems);
      if (key === undefined) return form;
      return { ...form, problems: event.problems, category: settingOf(key).category, focus: { key } };
    }
    default:
      return assertNever(event);
  }
}

/** Default Settings are where sessions begin, not one of them. */
const remember = (form: Form, session: SavedSession): Form => ({
  ...form,
  ...nothingLoaded,
  loaded: session.name === defaultSettingsName ? null : session,
  folder: session.folder,
});

const nothingLoaded = { loaded: null, loadedFolder: null, chosenHost: null, configured: null } as const;

/** The text of the box for a folder, as file managers write one. */
const folderText = (path: string): string => `${path}/`;

/** The place whose starting values the form's settings are compared with: around a folder, or the session's own. */
export const placeOf = ({ folder, loadedFolder, sessionName }: Form): string =>
  loadedFolder !== null && sessionName === folderText(loadedFolder) ? parentFolder(loadedFolder) : folder;

/** Nothing was loaded: what was not set begins as its place has it. */
const isFresh = ({ loaded, loadedFolder, configured }: Form) =>
  loaded === null && loadedFolder === null && configured === null;

/** The draft at another place: what it had from the one before it now has from that one. */
function rebased(draft: Draft, from: Profile, to: Profile): Draft {
  const [before, after] = [draftOf(from), draftOf(to)];
  const isOwn = (key: SettingKey) => JSON.stringify(draft[key]) !== JSON.stringify(before[key]);
  return Object.fromEntries(settingKeys.map((key) => [key, isOwn(key) ? draft[key] : after[key]])) as unknown as Draft;
}

/** Without the problems of settings that were needed for what is not chosen any more. */
function withoutMet(problems: Problems, before: Draft, after: Draft): Problems {
  const [needed, stillNeeded] = [neededIn(before), neededIn(after)];
  const isMet = (key: SettingKey) => needed[key] !== undefined && stillNeeded[key] === undefined;
  const met = settingKeys.filter((key) => key in problems && isMet(key));
  return met.reduce((left, key) => recheck(left, key, after), problems);
}

function recheck(problems: Problems, key: SettingKey, draft: Draft): Problems {
  const { [key]: _, ...others } = problems;
  const problem = problemOf(key, draft[key]);
  return problem === null ? others : { ...others, [key]: problem };
}
