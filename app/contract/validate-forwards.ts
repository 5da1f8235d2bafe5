import { type Forward, type HostForward, isSameForward, isSameListener } from './forward.ts';
import { parseTypedForward, puttyText, typedForward } from './forward-notation.ts';
import type { ForwardsSetting } from './settings/definition.ts';

/** Why a list of forwards is refused, as a sentence, or null if it is accepted. */
export function forwardsRefusal(setting: ForwardsSetting, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(isForward)) return 'Enter forwards: a port, and where it leads.';
  if (value.length > setting.maxItems) return `Enter at most ${setting.maxItems} forwards.`;
  const clash = value.find((forward, index) => clashingForward(value.slice(0, index), forward) !== null);
  return clash === undefined ? null : `${puttyText(clash)} listens where another forward does.`;
}

/** The forward that listens where this one would, or is the very same; null if there is none. */
export const clashingForward = (forwards: readonly Forward[], wanted: Forward): Forward | null =>
  forwards.find((other) => isSameListener(other, wanted) || isSameForward(other, wanted)) ?? null;

const keys = {
  local: ['kind', 'family', 'bindAddress', 'port', 'host', 'hostPort'],
  remote: ['kind', 'family', 'bindAddress', 'port', 'host', 'hostPort'],
  dynamic: ['kind', 'family', 'bindAddress', 'port'],
} as const;

/** A forward is one that its own notation gives back. */
function isForward(item: unknown): item is Forward {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const { kind, family, bindAddress, port, host = '', hostPort = 0 } = item as Forward & Partial<HostForward>;
  if (!Object.hasOwn(keys, kind) || !['auto', 'ipv4', 'ipv6'].includes(family)) return false;
  const hasItsKeys =
    Object.keys(item).length === keys[kind].length && keys[kind].every((key) => Object.hasOwn(item, key));
  const hasTypes = [bindAddress, host].every(isText) && typeof port === 'number' && typeof hostPort === 'number';
  if (!hasItsKeys || !hasTypes) return false;
  const read = parseTypedForward(typedForward(item as Forward));
  return read.ok && isEqual(read.value, item as Forward);
}

const isText = (value: unknown) => typeof value === 'string';

const isEqual = (a: Forward, b: Forward) =>
  keys[a.kind].every((key) => a[key as keyof Forward] === b[key as keyof Forward]);
