import type { Cancel, Clock } from './clock.ts';
import type { InterfaceAddress } from './path-key.ts';

/** How often the addresses are looked at while somebody waits: Node tells of no change. */
const lookMs = 1000;

/** Notices that this computer gets a network, or another one. It looks only while somebody listens. */
export interface NetworkWatch {
  /** Whether any interface but loopback has an address. */
  readonly isConnected: () => boolean;
  /** Calls back when this computer has an address that it did not have, until the returned function is called. */
  readonly onArrival: (listener: () => void) => Cancel;
}

/** `addresses` are those of this moment, as {@link addressesOf} gives them. */
export function createNetworkWatch(clock: Clock, addresses: () => readonly string[]): NetworkWatch {
  const listeners = new Set<() => void>();
  let known: readonly string[] = [];
  let cancel: Cancel | null = null;

  const look = () => {
    cancel = clock.after(lookMs, look);
    const before = known;
    known = addresses();
    if (known.every((address) => before.includes(address))) return;
    for (const listener of [...listeners]) listener();
  };

  return {
    isConnected: () => addresses().length > 0,
    onArrival: (listener) => {
      listeners.add(listener);
      if (cancel === null) {
        known = addresses();
        cancel = clock.after(lookMs, look);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel?.();
        cancel = null;
      };
    },
  };
}

/** The addresses of all interfaces but loopback. Node leaves out interfaces that are down or have no carrier. */
export const addressesOf = (
  interfaces: Readonly<Record<string, readonly InterfaceAddress[] | undefined>>,
): readonly string[] =>
  Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ internal, cidr }) => (internal || cidr === null ? [] : [cidr]));
