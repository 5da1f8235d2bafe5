import { t } from '../language/language.ts';
import type { ForwardsSetting } from '../settings/definition.ts';
import { type Forward, isSameForward, isSameListener } from './forward.ts';
import { parseTypedForward, puttyText, typedForward } from './forward-notation.ts';

/** Why a list of forwards is refused, as a sentence, or null if it is accepted. */
export function forwardsRefusal(setting: ForwardsSetting, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(isForward)) return t('Enter forwards: a port, and where it leads.');
  if (value.length > setting.maxItems) return t('Enter at most {maxItems} forwards.', { maxItems: setting.maxItems });
  const clash = value.find((forward, index) => clashingForward(value.slice(0, index), forward) !== null);
  return clash === undefined ? null : t('{forward} listens where another forward does.', { forward: puttyText(clash) });
}

/** The forward that listens where this one would, or is the very same; null if there is none. */
export const clashingForward = (forwards: readonly Forward[], wanted: Forward): Forward | null =>
  forwards.find((other) => isSameListener(other, wanted) || isSameForward(other, wanted)) ?? null;

/** A forward is one that its own notation gives back. */
function isForward(item: unknown): item is Forward {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const keys = keysOf(item);
  if ('family' in item && !['auto', 'ipv4', 'ipv6'].includes(String(item.family))) return false;
  const hasItsKeys = Object.keys(item).length === keys.length && keys.every((key) => Object.hasOwn(item, key));
  if (!hasItsKeys || !keys.every((key) => typeof item[key as keyof typeof item] === typeOf(key))) return false;
  const read = parseTypedForward(typedForward(item as Forward));
  return read.ok && keys.every((key) => read.value[key as keyof Forward] === (item as Forward)[key as keyof Forward]);
}

/** What it must have to be one of its kind. */
function keysOf(item: object): readonly string[] {
  const kind = 'kind' in item ? item.kind : null;
  const listener = 'listenPath' in item ? ['listenPath'] : ['family', 'bindAddress', 'port'];
  const target = 'path' in item ? ['path'] : ['host', 'hostPort'];
  if (kind === 'local' || kind === 'remote') return ['kind', ...listener, ...target];
  return kind === 'dynamic' || kind === 'remote-dynamic' ? ['kind', ...listener] : [];
}

const typeOf = (key: string) => (key === 'port' || key === 'hostPort' ? 'number' : 'string');
