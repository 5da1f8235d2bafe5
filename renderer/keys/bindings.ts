import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, Bridge } from '#contract/channels/channels.ts';
import type { KeyBindings } from '#contract/keys/key-bindings.ts';

/** The program's own keys, as they are in every window. */
export interface Bindings {
  readonly store: StoreApi<KeyBindings>;
  /** Why they could not be kept, as a sentence; null if they were. */
  readonly set: (bindings: KeyBindings) => Promise<string | null>;
  readonly dispose: () => void;
}

/** Follows main, which keeps them; until it has told, they are those of the system. */
export function followBindings(bridge: Bridge, platform: AppInfo['platform']): Bindings {
  const store = createStore<KeyBindings>(() => ({ preset: platform, own: {} }));
  const take = (bindings: KeyBindings) => store.setState(bindings, true);
  void bridge.request('keys.get', {}).then((read) => read.ok && take(read.value));
  return {
    store,
    set: async (bindings) => {
      const kept = await bridge.request('keys.set', bindings);
      if (kept.ok) take(kept.value);
      return kept.ok ? null : kept.failure.message;
    },
    dispose: bridge.on('keys.changed', take),
  };
}
