import { join } from 'node:path';
import { type Result, success } from '#contract/failure.ts';
import { english } from '#contract/language/language.ts';
import {
  isSamePlace,
  type KnownServer,
  type PathEntry,
  type PathMemory,
  type Place,
  type Silence,
} from '#contract/session/path.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import { maxPaths } from '../keepalive/path-book.ts';
import type { SavedDocument } from './storage/document.ts';
import { readGuarded, updateGuarded } from './storage/guarded-document.ts';

/** What is known of paths and servers, kept for the next start, with the same guards as the saved sessions. */
export interface PathMemoryStore {
  /** What the last run knew; entries that can't be read are left out. */
  readonly left: () => PathMemory;
  /** Writes what `current` gives of this place, soon: other processes write what they learn of others. */
  readonly noteChange: (place: Place) => void;
  /** Writes now what waits to be written. A Failure leaves it waiting for the next change. */
  readonly flush: () => Result<null>;
}

/** Many sessions learn at once, and a write syncs the disk: it takes all that came within this time. */
const writeAfterMs = 5000;

export interface PathMemoryStoreOptions {
  /** Made if it isn't there. */
  readonly folder: string;
  readonly clock: Clock;
  readonly current: () => PathMemory;
  /** Wall clock, for the name of a damaged file. */
  readonly now?: () => Date;
}

export function createPathMemoryStore(options: PathMemoryStoreOptions): PathMemoryStore {
  const { folder, clock, current, now = () => new Date() } = options;
  const file = { file: join(folder, 'path-memory.json'), kept: english('The notes on paths'), now };
  let pending: Cancel | null = null;
  let touched: readonly Place[] = [];

  const flush = (): Result<null> => {
    pending?.();
    pending = null;
    if (touched.length === 0) return success(null);
    const isTouched = (entry: Place) => touched.some((place) => isSamePlace(place, entry));
    const written = updateGuarded(file, ({ sessions: _none, ...document }) => {
      const [left, now] = [memoryOf(document), current()];
      const together = <T extends Place>(others: readonly T[], own: readonly T[]) =>
        [...others.filter((entry) => !isTouched(entry)), ...own.filter(isTouched)].slice(-maxPaths);
      return success({
        ...document,
        paths: together(left.paths, now.paths).map(toSaved),
        servers: together(left.servers, now.servers).map(toSavedServer),
      });
    });
    if (written.ok) touched = [];
    return written.ok ? success(null) : written;
  };

  return {
    left: () => memoryOf(readGuarded(file).document),
    noteChange: (place) => {
      if (!touched.some((other) => isSamePlace(other, place))) touched = [...touched, place];
      // What can't be written now can be learnt again, and is tried again with the next change: nobody is told.
      pending ??= clock.after(writeAfterMs, flush);
    },
    flush,
  };
}

function memoryOf({ paths = [], servers = [] }: Pick<SavedDocument, 'paths' | 'servers'>): PathMemory {
  return { paths: paths.flatMap(readEntry), servers: servers.flatMap(readServer) };
}

/** These fields and no others. */
const toSaved = ({ network, hostName, portNumber, via, survived, fatal }: PathEntry): PathEntry => ({
  network,
  hostName,
  portNumber,
  ...viaFields(via),
  survived,
  fatal,
});

const toSavedServer = ({ hostName, portNumber, via, ignoresChecksSince }: KnownServer): KnownServer => ({
  hostName,
  portNumber,
  ...viaFields(via),
  ignoresChecksSince,
});

function readServer(data: unknown): readonly KnownServer[] {
  if (!isRecord(data)) return [];
  const { hostName, portNumber, via, ignoresChecksSince } = data;
  if (typeof hostName !== 'string' || typeof portNumber !== 'number') return [];
  if (typeof ignoresChecksSince !== 'number' || !Number.isFinite(ignoresChecksSince)) return [];
  return [{ hostName, portNumber, ...viaFields(via), ignoresChecksSince }];
}

function readEntry(data: unknown): readonly PathEntry[] {
  if (!isRecord(data)) return [];
  const { network, hostName, portNumber, via, survived, fatal } = data;
  if (typeof network !== 'string' || typeof hostName !== 'string' || typeof portNumber !== 'number') return [];
  if (!isSilenceOrNone(survived) || !isSilenceOrNone(fatal)) return [];
  if (survived !== null && fatal !== null && survived.ms >= fatal.ms) return [];
  return [{ network, hostName, portNumber, ...viaFields(via), survived, fatal }];
}

/** Not there where the path is direct. */
const viaFields = (via: unknown) => (typeof via === 'string' ? { via } : {});

const isSilenceOrNone = (data: unknown): data is Silence | null =>
  data === null || (isRecord(data) && [data.ms, data.at, data.count].every((value) => Number.isFinite(value)));

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
