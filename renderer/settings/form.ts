import type { OpenSession } from '#contract/channels.ts';
import { assertNever } from '#contract/failure.ts';
import { defaultSettingsName, type SavedSession } from '#contract/profile.ts';
import type { Category } from '#contract/settings/definition.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings-table.ts';
import type { ConfiguredHost } from '#contract/ssh-config.ts';
import { type Draft, type DraftValue, draftOf, type Problems, problemOf } from './draft.ts';

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
  | { readonly kind: 'session-named'; readonly name: string }
  | { readonly kind: 'loaded'; readonly session: SavedSession }
  | { readonly kind: 'saved'; readonly session: SavedSession }
  | { readonly kind: 'host-chosen'; readonly host: string }
  | { readonly kind: 'configured'; readonly configured: ConfiguredHost }
  | { readonly kind: 'deleted'; readonly name: string }
  | { readonly kind: 'refused'; readonly problems: Problems };

/** The form for a new session, beginning with the host name; `savedAs` is the saved session that it comes from. */
export function newForm({ profile, savedAs }: OpenSession): Form {
  const loaded = savedAs === null ? null : { name: savedAs, folder: '', profile };
  return { ...changeForm({ profile, savedAs }), loaded, focus: { key: 'hostName' } };
}

/** The form for a session that runs; `savedAs` is the saved session that it was opened from. */
export const changeForm = ({ profile, savedAs }: OpenSession): Form => ({
  draft: draftOf(profile),
  problems: {},
  category: 'Session',
  sessionName: savedAs ?? '',
  loaded: null,
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
      return { ...form, draft, problems };
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
      return { ...form, sessionName: event.name, chosenHost: null };
    case 'host-chosen':
      return { ...form, sessionName: event.host, chosenHost: event.host };
    case 'configured': {
      const { host, profile } = event.configured;
      const shown = { draft: draftOf(profile), problems: {}, sessionName: host, chosenHost: host };
      return { ...form, ...shown, loaded: null, configured: event.configured };
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
  loaded: session.name === defaultSettingsName ? null : session,
  chosenHost: null,
  configured: null,
});

function recheck(problems: Problems, key: SettingKey, draft: Draft): Problems {
  const { [key]: _, ...others } = problems;
  const problem = problemOf(key, draft[key]);
  return problem === null ? others : { ...others, [key]: problem };
}
