import type { OfferedHostKey } from './host-key-policy.ts';

type Key = Pick<OfferedHostKey, 'keyType' | 'blob'>;

/** Keys that the user accepted since the program started, one for each host and type. */
export interface Pins {
  readonly has: (name: string, key: Key) => boolean;
  /** Takes the place of an older one of its type. */
  readonly add: (name: string, key: Key) => void;
  readonly typesOf: (name: string) => readonly string[];
}

export function createPins(): Pins {
  const byHost = new Map<string, Map<string, Buffer>>();
  return {
    has: (name, { keyType, blob }) => byHost.get(name)?.get(keyType)?.equals(blob) === true,
    add: (name, { keyType, blob }) => {
      byHost.set(name, new Map(byHost.get(name)).set(keyType, Buffer.from(blob)));
    },
    typesOf: (name) => [...(byHost.get(name)?.keys() ?? [])],
  };
}
