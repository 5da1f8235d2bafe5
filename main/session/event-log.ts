import type { LogEntry } from '#contract/session.ts';

/** Entries kept for each session; a day of keepalives at one a minute is 1,440. */
const maxEntries = 2000;

/** What happened to one session, with times, bounded. */
export interface EventLog {
  readonly add: (text: string) => void;
  readonly entries: () => readonly LogEntry[];
}

export function createEventLog(wallClock: () => number, onEntry: (entry: LogEntry) => void): EventLog {
  const entries: LogEntry[] = [];
  return {
    add: (text) => {
      const entry = { at: wallClock(), text };
      entries.push(entry);
      if (entries.length > maxEntries) entries.shift();
      onEntry(entry);
    },
    entries: () => [...entries],
  };
}
