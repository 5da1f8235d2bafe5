import { isRecord } from '../json.ts';
import { t } from '../language/language.ts';
import { menuActions } from '../menu.ts';
import { type BoundAction, type KeyPreset, type KeyTable, keyPresets } from './key-presets.ts';

/** The program's own keys: a preset, and what the user has set otherwise. */
export interface KeyBindings {
  readonly preset: KeyPreset;
  /** The one key of an action; empty for none. */
  readonly own: Readonly<Partial<Record<BindableAction, string>>>;
}

/** What the user can bind; the keys of clipboards are chosen in the Selection panel. */
export const bindableActions = [...menuActions, 'show-menu'] as const;

export type BindableAction = (typeof bindableActions)[number];

/** Characters at most in a key's name. */
const maxKeyLength = 32;

/** What each key does. A key that the user has set goes before the preset's. */
export function keyTableOf({ preset, own }: KeyBindings): KeyTable {
  const table: KeyTable = keyPresets[preset];
  const kept = Object.entries(table).filter(([, action]) => !(action in own));
  const set = Object.entries(own).flatMap(([action, key]) =>
    key === '' ? [] : [[key, action as BoundAction] as const],
  );
  return Object.fromEntries([...kept, ...set]);
}

/** The key of an action; undefined if it has none. The first of several is the one to show. */
export const keyOf = (table: KeyTable, action: BoundAction): string | undefined =>
  Object.keys(table).find((key) => table[key] === action);

/** Gives an action a key, or none, and takes that from whatever had it. */
export function withKey({ preset, own }: KeyBindings, action: BindableAction, key: string): KeyBindings {
  const losers = Object.entries(own).flatMap(([other, itsKey]) =>
    itsKey === key && key !== '' ? [[other, ''] as const] : [],
  );
  return { preset, own: { ...own, ...Object.fromEntries(losers), [action]: key } };
}

/** Why a key can't be bound, as a sentence; null if it can. */
export function keyRefusal(key: string): string | null {
  const parts = key.split('+');
  const isFunctionKey = /^f\d{1,2}$/.test(parts.at(-1) ?? '');
  const holds = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if (isFunctionKey) return null;
  if (!holds('ctrl') && !holds('alt') && !holds('meta'))
    return t('A key without Ctrl, Alt or Cmd is typed into the session.');
  if (/^ctrl\+[a-z]$/.test(key)) return t('Ctrl and a letter alone always go to the session.');
  return null;
}

/** Reads bindings from untrusted data, and leaves out what is not understood. */
export function readKeyBindings(data: unknown, preset: KeyPreset): KeyBindings {
  const read = isRecord(data) ? data : {};
  const own = Object.entries(isRecord(read.own) ? read.own : {}).filter(
    ([action, key]) => isBindable(action) && isKeyName(key) && (key === '' || keyRefusal(key) === null),
  );
  const chosen = read.preset;
  return {
    preset: typeof chosen === 'string' && Object.hasOwn(keyPresets, chosen) ? (chosen as KeyPreset) : preset,
    own: Object.fromEntries(own),
  };
}

const isBindable = (action: string) => (bindableActions as readonly string[]).includes(action);
const isKeyName = (key: unknown): key is string => typeof key === 'string' && key.length <= maxKeyLength;
