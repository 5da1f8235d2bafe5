import { parsePuttyForwardings } from '#contract/forwards/forward-notation.ts';
import { t } from '#contract/language/language.ts';
import { type ProfileChanges, parseProfileChanges } from '#contract/profile/profile.ts';
import type { Unmapped } from '#contract/saved/import.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import type { ReadSession } from '../read.ts';
import { maxValueLength, savableName, shownValue, unescapeName } from '../text.ts';
import { puttyChoices } from './choices.ts';
import { homeless, isOfNoConcern } from './homeless.ts';
import { isPuttysOwnOrder, orderFromPutty, type PuttyOrderKey } from './orders.ts';
import { isPuttysOwn } from './own-defaults.ts';
import { leavingOut, type Meaning, nothing } from './special.ts';
import { specials } from './specials.ts';
import type { PuttyStore } from './store.ts';

/** All sessions of a store, by name, "server 2" before "server 10": files and registry keys come in any order. */
export function readPuttySessions({ sessions }: PuttyStore): readonly ReadSession[] {
  const names = new Set(sessions.map(({ storedName }) => unescapeName(storedName)));
  const byName = new Intl.Collator(undefined, { numeric: true });
  return sessions
    .map(({ storedName, keys }) => readSession(unescapeName(storedName), keys, names))
    .sort((a, b) => byName.compare(a.name, b.name));
}

function readSession(name: string, stored: ReadonlyMap<string, string>, names: ReadonlySet<string>): ReadSession {
  const isLong = ([, value]: readonly [string, string]) => value.length > maxValueLength;
  const keys = new Map([...stored].filter((entry) => !isLong(entry)));
  const tooLong = [...stored].filter(isLong).map(([key, value]) => leavingOut(key, value, t('It is too long.')));
  const session = { name: savableName(name), folder: '' };
  const protocol = keys.get('Protocol') ?? 'ssh';
  if (protocol !== 'ssh') {
    const refused = t(
      protocol === ''
        ? 'It is a session of another protocol: Holdfast speaks only SSH.'
        : 'Its protocol is {protocol}: Holdfast speaks only SSH.',
      { protocol },
    );
    return { ...session, changes: {}, unmapped: [], refused };
  }
  const dealtWith = new Set(['Protocol', ...specials.flatMap((special) => special.keys)]);
  const meanings = [
    ...tooLong,
    ...specials.map(({ read }) => read((key) => keys.get(key), names)),
    ...[...keys].filter(([key]) => !dealtWith.has(key)).map(([key, value]) => meaningOf(key, value, keys)),
  ];
  const checked = meanings.map((meaning) => checkedMeaning(meaning, keys));
  const changes = Object.assign({}, ...checked.map((meaning) => meaning.changes)) as ProfileChanges;
  return { ...session, changes, unmapped: checked.flatMap(({ unmapped }) => unmapped).map(shown), refused: null };
}

/** By the settings table: the row that has PuTTY's key. */
const byPuttyKey: ReadonlyMap<string, SettingKey> = new Map(
  settingKeys.flatMap((key) => {
    const { putty } = settingOf(key);
    return putty === null ? [] : [[putty, key] as const];
  }),
);

function meaningOf(key: string, value: string, keys: ReadonlyMap<string, string>): Meaning {
  if (isPuttysOwn(key, value, keys)) return nothing;
  const setting = byPuttyKey.get(key);
  if (setting !== undefined) return settingMeaning(setting, key, value);
  if (isOfNoConcern(key)) return nothing;
  const known = homeless.get(key);
  if (known === undefined) return leavingOut(key, value, t('Holdfast does not know this key of PuTTY.'));
  return known.defaults.includes(value) ? nothing : leavingOut(key, value, t(known.reason));
}

function settingMeaning(setting: SettingKey, key: string, value: string): Meaning {
  const row = settingOf(setting);
  const choices = puttyChoices[key];
  if (choices !== undefined) {
    const choice = Object.hasOwn(choices, value) ? choices[value] : undefined;
    return choice === undefined ? leavingOut(key, value, t('This value is not known.')) : set(setting, choice);
  }
  switch (row.type) {
    case 'toggle':
      return set(setting, value !== '0' && value !== '');
    case 'integer':
      return /^-?\d{1,9}$/.test(value) ? set(setting, Number(value)) : leavingOut(key, value, t('It is not a number.'));
    case 'order':
      return orderMeaning(setting as PuttyOrderKey, key, value);
    case 'forwards': {
      const read = parsePuttyForwardings(value);
      const unmapped = read.flatMap((one) =>
        one.ok ? [] : [{ key, value: one.failure.message, reason: t('This forward is left out.') }],
      );
      return { changes: { [setting]: read.flatMap((one) => (one.ok ? [one.value] : [])) }, unmapped };
    }
    default:
      return set(setting, value);
  }
}

function orderMeaning(setting: PuttyOrderKey, key: string, value: string): Meaning {
  if (isPuttysOwnOrder(setting, value)) return nothing;
  const { order, unknown } = orderFromPutty(setting, value);
  const reason = t('Holdfast has no such algorithm.');
  return {
    changes: { [setting]: order },
    unmapped: unknown.length === 0 ? [] : [{ key, value: unknown.join(','), reason }],
  };
}

/** Keeps what the settings take, and says of the rest why they don't. */
function checkedMeaning({ changes, unmapped }: Meaning, keys: ReadonlyMap<string, string>): Meaning {
  const refused: Unmapped[] = [];
  const kept = Object.entries(changes).filter(([setting, value]) => {
    const parsed = parseProfileChanges({ [setting]: value });
    if (parsed.ok) return true;
    const key = settingOf(setting as SettingKey).putty ?? setting;
    refused.push({ key, value: keys.get(key) ?? String(value), reason: parsed.failure.message });
    return false;
  });
  return { changes: Object.fromEntries(kept), unmapped: [...unmapped, ...refused] };
}

const set = (setting: SettingKey, value: unknown): Meaning => ({ changes: { [setting]: value }, unmapped: [] });
const shown = ({ key, value, reason }: Unmapped): Unmapped => ({
  key: shownValue(key),
  value: shownValue(value),
  reason,
});
