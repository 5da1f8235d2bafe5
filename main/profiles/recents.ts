import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maxTyped, maxTypedLength, type Recents, type UsedSession } from '#contract/saved/recents.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import { checkSessionName } from './sessions/session-name.ts';
import { replaceFile } from './storage/durable.ts';

/** What was used of late, kept for the next start. Written without ado, and told to nobody when it can't be. */
export interface RecentsStore {
  readonly list: () => Recents;
  /** The saved session is in use now. */
  readonly noteUsed: (name: string) => void;
  /** Somebody typed this for quick connect. */
  readonly noteTyped: (text: string) => void;
  readonly clearTyped: () => void;
  /** Writes now what waits to be written. */
  readonly flush: () => void;
}

/** A session in use is noted once in this time: its changes come in bursts. */
const usedAgainMs = 60_000;

/** Changes come in bursts. */
const writeAfterMs = 1000;

/** More saved sessions than anybody opens; the oldest go. */
const maxUsed = 5000;

export interface RecentsOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly wallClock: () => number;
  readonly onChange: (recents: Recents) => void;
}

export function createRecents({ folder, clock, wallClock, onChange }: RecentsOptions): RecentsStore {
  const file = join(folder, 'recents.json');
  let current = read(file);
  let pending: Cancel | null = null;

  const flush = () => {
    if (pending === null) return;
    pending();
    pending = null;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, JSON.stringify(current), { mode: 0o600 });
      replaceFile(`${file}.new`, file);
    } catch {
      // A full or read-only disk: the next run does not know what was used in this one.
    }
  };
  const change = (next: Recents) => {
    current = next;
    pending ??= clock.after(writeAfterMs, flush);
    onChange(current);
  };

  return {
    list: () => current,
    noteUsed: (name) => {
      const at = wallClock();
      const before = current.used.find((used) => used.name === name);
      if (before !== undefined && Math.abs(at - before.at) < usedAgainMs) return;
      const others = current.used.filter((used) => used !== before);
      change({ ...current, used: [{ name, at }, ...others].slice(0, maxUsed) });
    },
    noteTyped: (text) => {
      const others = current.typed.filter((typed) => typed !== text);
      change({ ...current, typed: [text, ...others].slice(0, maxTyped) });
    },
    clearTyped: () => change({ ...current, typed: [] }),
    flush,
  };
}

function read(file: string): Recents {
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { used, typed } = data as Record<string, unknown>;
    return {
      used: Array.isArray(used) ? used.filter(isUsed).slice(0, maxUsed) : [],
      typed: Array.isArray(typed) ? typed.filter(isTyped).slice(0, maxTyped) : [],
    };
  } catch {
    return { used: [], typed: [] };
  }
}

const isTyped = (data: unknown): data is string => typeof data === 'string' && data.length <= maxTypedLength;

const isUsed = (data: unknown): data is UsedSession => {
  if (typeof data !== 'object' || data === null) return false;
  const { name, at } = data as Record<string, unknown>;
  if (typeof name !== 'string' || typeof at !== 'number' || !Number.isFinite(at)) return false;
  const checked = checkSessionName(name);
  return checked.ok && checked.value === name;
};
