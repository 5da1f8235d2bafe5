import type { Failure } from '../failure.ts';
import type { Profile } from '../profile/profile.ts';
import type { PendingPrompt } from './session.ts';

/** The far end of a path. The near end is the local network that this computer is in at the time. */
export interface Place {
  /** As it was typed: case, `user@` and brackets make no difference. */
  readonly hostName: string;
  readonly portNumber: number;
  /** The proxy or the jump hosts that the path leads over, see {@link placeOf}; absent where it is direct. */
  readonly via?: string;
}

/** A place without what else it may be: a profile is a place, and more. */
export const placeAlone = ({ hostName, portNumber, via }: Place): Place =>
  via === undefined ? { hostName, portNumber } : { hostName, portNumber, via };

/** Where a session goes, and over what: another proxy or other jump hosts make another path, with limits of its own. */
export function placeOf(profile: Routing): Place {
  const via = viaOf(profile);
  return placeAlone(via === '' ? profile : { ...profile, via });
}

type Routing = Pick<
  Profile,
  'hostName' | 'portNumber' | 'proxyType' | 'proxyHost' | 'proxyPort' | 'proxyCommand' | 'jumpHosts'
>;

function viaOf({ proxyType, proxyHost, proxyPort, proxyCommand, jumpHosts }: Routing): string {
  switch (proxyType) {
    case 'none':
      return '';
    case 'jump':
      return jumpHosts.join(', ');
    case 'command':
      return proxyCommand;
    default:
      return `${proxyType} ${proxyHost}:${proxyPort}`;
  }
}

/** The host without `user@`, brackets, blanks and capitals. */
export const hostOf = ({ hostName }: Place): string =>
  (hostName.trim().split('@').at(-1) ?? '').replace(/^\[(.*)\]$/, '$1').toLowerCase();

export const isSamePlace = (a: Place, b: Place): boolean =>
  hostOf(a) === hostOf(b) && a.portNumber === b.portNumber && a.via === b.via;

/** A silence in both directions that told something of a path. */
export interface Silence {
  readonly ms: number;
  /** When the latest that told it ended, wall clock, ms since 1970. */
  readonly at: number;
  /** How many of that length or longer have told it, since it was last contradicted. */
  readonly count: number;
}

/** What is known of a path's idle limit. The longest silence survived is always shorter than the shortest fatal one. */
export interface PathKnowledge {
  /** L: the longest silence that a connection survived. */
  readonly survived: Silence | null;
  /** U: the shortest silence that was fatal. */
  readonly fatal: Silence | null;
}

/** One path, as it is remembered. */
export interface PathEntry extends Place, PathKnowledge {
  /** The local network, such as `192.168.1.0/24`. */
  readonly network: string;
}

/** Characters at most in {@link Place.via}: the longest list of jump hosts. */
export const maxViaLength = 8192;

/** A server, as it is remembered wherever this computer is. */
export interface KnownServer extends Place {
  /** Since when it is known to answer no alive check; wall clock, ms since 1970. */
  readonly ignoresChecksSince: number;
}

/** All that is remembered of paths and servers; of each the latest changed last. */
export interface PathMemory {
  readonly paths: readonly PathEntry[];
  readonly servers: readonly KnownServer[];
}

/** All that a window needs to show of the path to a place; sent whole on every change. */
export interface PathReport extends Place, PathKnowledge {
  /** Seconds between keepalives that the path tolerates; null while too little is known. */
  readonly adviceSeconds: number | null;
  /** Since when the server is known to answer no alive check, so that none counts; wall clock, ms. Null if it is not. */
  readonly ignoresChecksSince: number | null;
  /** The search for its limit that runs, or that ran last since the program started. */
  readonly search: LimitSearch | null;
}

/** A search for the idle limit of a path: separate connections that stay silent for growing times. */
export interface LimitSearch {
  readonly state:
    | {
        readonly kind: 'running';
        /** At most so long from when the value was made; less if the limit is found before. */
        readonly timeLeftMs: number;
        /** A question of a login that waits for the user. */
        readonly prompt: PendingPrompt | null;
      }
    | { readonly kind: 'done' }
    | { readonly kind: 'cancelled' }
    /** It could not go on; what it had found by then stands. */
    | { readonly kind: 'failed'; readonly failure: Failure };
  /** By time, the shortest first. */
  readonly steps: readonly LimitStep[];
}

/** One connection of a search. */
export interface LimitStep {
  /** For how long it is to be silent. */
  readonly seconds: number;
  readonly state: LimitStepState;
}

export type LimitStepState =
  | { readonly kind: 'waiting' | 'logging-in' }
  | { readonly kind: 'silent'; readonly leftMs: number }
  /** It asked for an answer after its silence. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'survived' }
  /** The connection was forgotten within this silence, ms. */
  | { readonly kind: 'cut'; readonly afterMs: number }
  /** Not tried, or given up: a shorter silence was fatal, or the search ended. */
  | { readonly kind: 'skipped' }
  /** It told nothing of the path. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The times that a search tries unless the user has others, seconds: around the limits of common equipment. */
export const defaultSearchSeconds: readonly number[] = [60, 120, 240, 300, 350, 600, 900, 1800, 3600, 7200];

/** Times at most in one search. */
export const maxSearchTimes = 20;

/** The longest time that can be tried: a day. */
export const maxSearchSeconds = 86_400;
