import { success } from '#contract/failure.ts';
import type { KeyBindings } from '#contract/keys/key-bindings.ts';
import type { KeyBindingsStore } from '../profiles/key-bindings.ts';
import type { RequestHandlers } from './router.ts';

/** What the window may ask of the program's own keys. */
export const keyRequests = (
  keys: KeyBindingsStore,
  onChange: (bindings: KeyBindings) => void,
): Pick<RequestHandlers, 'keys.get' | 'keys.set'> => ({
  'keys.get': () => success(keys.current()),
  'keys.set': (bindings) => {
    const set = keys.set(bindings);
    if (set.ok) onChange(set.value);
    return set;
  },
});
