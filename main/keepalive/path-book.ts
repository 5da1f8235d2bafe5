import { hostOf, type PathEntry, type PathKnowledge, type Place } from '#contract/path.ts';
import { nothingKnown, withFatal, withSurvived } from './path-memory.ts';

/** More paths than anybody uses; the one that was left alone the longest goes first. */
const maxPaths = 500;

/** What is known of all paths. */
export interface PathBook {
  /** The path from the local network of this moment. It stays that path when the computer moves to another network. */
  readonly pathTo: (place: Place) => KnownPath;
  /** Those of which something is known, the latest changed last. */
  readonly entries: () => readonly PathEntry[];
  /** Calls back after each change, with the host without capitals, until the returned function is called. */
  readonly onChange: (listener: (place: Place) => void) => () => void;
}

/** One path. */
export interface KnownPath {
  readonly knowledge: () => PathKnowledge;
  /** Something of ours was answered after a silence in both directions, ms. Cheap enough for every packet. */
  readonly noteSurvived: (ms: number) => void;
  /** A silence was fatal, ms. */
  readonly noteFatal: (ms: number) => void;
  readonly forget: () => void;
  /** Calls back when what is known of this path changes, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface PathBookOptions {
  /** As of the last run, the latest changed last. */
  readonly entries: readonly PathEntry[];
  /** Names the local network; see `localNetworkOf`. */
  readonly localNetwork: () => string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

export function createPathBook({ entries, localNetwork, wallClock }: PathBookOptions): PathBook {
  // A Map keeps the order in which its keys were set.
  const known = new Map<string, PathEntry>(entries.map((entry) => [keyOf(entry), entry]));
  const listeners = new Set<(place: Place, key: string) => void>();

  const put = (key: string, entry: PathEntry | null, place: Place) => {
    known.delete(key);
    if (entry !== null) known.set(key, entry);
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - maxPaths))) known.delete(oldest);
    for (const listener of [...listeners]) listener(place, key);
  };

  const pathTo = (wanted: Place): KnownPath => {
    const place = { hostName: hostOf(wanted), portNumber: wanted.portNumber };
    const network = localNetwork();
    const key = keyOf({ ...place, network });
    const knowledge = () => known.get(key) ?? nothingKnown;

    const change = (next: PathKnowledge) => {
      if (next !== knowledge()) put(key, { ...place, network, survived: next.survived, fatal: next.fatal }, place);
    };

    return {
      knowledge,
      noteSurvived: (ms) => change(withSurvived(knowledge(), ms, wallClock())),
      noteFatal: (ms) => change(withFatal(knowledge(), ms, wallClock())),
      forget: () => put(key, null, place),
      onChange: (listener) => listen((_place, changed) => changed === key && listener()),
    };
  };

  const listen = (listener: (place: Place, key: string) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return { pathTo, entries: () => [...known.values()], onChange: (listener) => listen((place) => listener(place)) };
}

const keyOf = ({ network, hostName, portNumber }: Pick<PathEntry, 'network' | 'hostName' | 'portNumber'>): string =>
  JSON.stringify([network, hostName, portNumber]);
