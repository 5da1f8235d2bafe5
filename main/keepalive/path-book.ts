import {
  hostOf,
  type KnownServer,
  type PathEntry,
  type PathKnowledge,
  type PathMemory,
  type Place,
  placeAlone,
} from '#contract/session/path.ts';
import { nothingKnown, withFatal, withSurvived } from './path-memory.ts';

/** More paths, and servers, than anybody uses; the one that was left alone the longest goes first. */
export const maxPaths = 500;

/** What is known of all paths. */
export interface PathBook {
  /** The path from the local network of this moment. It stays that path when the computer moves to another network. */
  readonly pathTo: (place: Place) => KnownPath;
  /** All of which something is known. */
  readonly memory: () => PathMemory;
  /** Calls back after each change, with the host without capitals, until the returned function is called. */
  readonly onChange: (listener: (place: Place) => void) => () => void;
}

/** One path, and the server at its end, which is the same from every local network. */
export interface KnownPath {
  readonly knowledge: () => PathKnowledge;
  /** Something of ours was answered after a silence in both directions, ms. Cheap enough for every packet. */
  readonly noteSurvived: (ms: number) => void;
  /** A silence was fatal, ms. */
  readonly noteFatal: (ms: number) => void;
  /** Since when the server is known to answer no alive check, wall clock, ms; null if it is not. */
  readonly ignoresChecksSince: () => number | null;
  /** The server answers no alive check, or does after all. */
  readonly noteIgnoresChecks: (ignores: boolean) => void;
  /** Of the server, too. */
  readonly forget: () => void;
  /** Calls back when what is known of this path or its server changes, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface PathBookOptions {
  /** As of the last run. */
  readonly memory: PathMemory;
  /** Names the local network; see `localNetworkOf`. */
  readonly localNetwork: () => string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

export function createPathBook({ memory, localNetwork, wallClock }: PathBookOptions): PathBook {
  // A Map keeps the order in which its keys were set.
  const known = new Map<string, PathEntry>(memory.paths.map((entry) => [keyOf(entry), entry]));
  const servers = new Map<string, KnownServer>(memory.servers.map((server) => [serverKeyOf(server), server]));
  const listeners = new Set<(place: Place, key: string) => void>();

  const put = <T>(map: Map<string, T>, key: string, entry: T | null, place: Place) => {
    map.delete(key);
    if (entry !== null) map.set(key, entry);
    for (const oldest of [...map.keys()].slice(0, Math.max(0, map.size - maxPaths))) map.delete(oldest);
    for (const listener of [...listeners]) listener(place, key);
  };

  const pathTo = (wanted: Place): KnownPath => {
    const place: Place = { ...placeAlone(wanted), hostName: hostOf(wanted) };
    const network = localNetwork();
    const key = keyOf({ ...place, network });
    const serverKey = serverKeyOf(place);
    const knowledge = () => known.get(key) ?? nothingKnown;
    const ignoresChecksSince = () => servers.get(serverKey)?.ignoresChecksSince ?? null;

    const change = (next: PathKnowledge) => {
      if (next !== knowledge()) {
        put(known, key, { ...place, network, survived: next.survived, fatal: next.fatal }, place);
      }
    };

    const noteIgnoresChecks = (ignores: boolean) => {
      if (ignores === (ignoresChecksSince() !== null)) return;
      put(servers, serverKey, ignores ? { ...place, ignoresChecksSince: wallClock() } : null, place);
    };

    return {
      knowledge,
      noteSurvived: (ms) => change(withSurvived(knowledge(), ms, wallClock())),
      noteFatal: (ms) => change(withFatal(knowledge(), ms, wallClock())),
      ignoresChecksSince,
      noteIgnoresChecks,
      forget: () => {
        noteIgnoresChecks(false);
        put(known, key, null, place);
      },
      onChange: (listener) => listen((_place, changed) => (changed === key || changed === serverKey) && listener()),
    };
  };

  const listen = (listener: (place: Place, key: string) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    pathTo,
    memory: () => ({ paths: [...known.values()], servers: [...servers.values()] }),
    onChange: (listener) => listen((place) => listener(place)),
  };
}

const keyOf = ({ network, hostName, portNumber, via = '' }: Place & Pick<PathEntry, 'network'>): string =>
  JSON.stringify([network, hostName, portNumber, via]);

const serverKeyOf = ({ hostName, portNumber, via = '' }: Place): string => JSON.stringify([hostName, portNumber, via]);
