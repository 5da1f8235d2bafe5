import { type LogEntry, maxLogEntries } from '#contract/session/session.ts';

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
      if (entries.length > maxLogEntries) entries.shift();
      onEntry(entry);
    },
    entries: () => [...entries],
  };
}
