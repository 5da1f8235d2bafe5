import { assertNever } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { checkSetting } from '#contract/profile/validate.ts';
import type { Pair } from '#contract/settings/definition.ts';
import type { Palette } from '#contract/settings/palette.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import type { TextRule } from '#contract/settings/text-rule.ts';

/** What the controls hold: as a profile, but numbers are the text that was typed, right or wrong. */
export type Draft = { readonly [K in SettingKey]: Profile[K] extends number ? string : Profile[K] };

export type DraftValue =
  | string
  | boolean
  | readonly Pair[]
  | readonly string[]
  | readonly Forward[]
  | readonly TextRule[]
  | Palette;

/** Why settings are refused: a sentence for each that is. */
export type Problems = Partial<Record<SettingKey, string>>;

export type Reading =
  | { readonly kind: 'accepted'; readonly profile: Profile }
  | { readonly kind: 'refused'; readonly problems: Problems };

export const draftOf = (profile: Profile): Draft =>
  Object.fromEntries(
    settingKeys.map((key) => [key, settingOf(key).type === 'integer' ? String(profile[key]) : profile[key]]),
  ) as unknown as Draft;

/** Turns what was typed into a profile; settings other than `keys` are taken from `base`. */
export function readDraft(draft: Draft, keys: readonly SettingKey[], base: Profile): Reading {
  const values = Object.fromEntries(keys.map((key) => [key, readValue(key, draft[key])]));
  const problems: Problems = Object.fromEntries(
    keys.flatMap((key) => {
      const problem = problemOf(key, draft[key]);
      return problem === null ? [] : [[key, problem]];
    }),
  );
  return Object.keys(problems).length === 0
    ? { kind: 'accepted', profile: { ...base, ...values } as Profile }
    : { kind: 'refused', problems };
}

/** Why this is refused as the value of the setting, or null. */
export function problemOf(key: SettingKey, typed: DraftValue): string | null {
  const checked = checkSetting(key, readValue(key, typed));
  return checked.ok ? null : checked.failure.message;
}

/** The value that was meant; what is not a whole number becomes NaN, which every check refuses. */
function readValue(key: SettingKey, typed: DraftValue): unknown {
  const { type } = settingOf(key);
  switch (type) {
    case 'integer':
      return /^\s*\d+\s*$/.test(String(typed)) ? Number(typed) : Number.NaN;
    case 'pairs':
      return (typed as readonly Pair[]).filter((pair) => pair.name !== '' || pair.value !== '');
    case 'list':
      return (typed as readonly string[]).map((item) => item.trim()).filter((item) => item !== '');
    case 'text-rules':
      return (typed as readonly TextRule[]).filter(({ pattern }) => pattern !== '');
    case 'text':
      return key === 'hostName' ? String(typed).trim() : typed;
    case 'toggle':
    case 'choice':
    case 'order':
    case 'forwards':
    case 'highlight-sets':
    case 'palette':
      return typed;
    default:
      return assertNever(type);
  }
}
