import { useEffect, useState } from 'react';
import type { Bridge } from '#contract/channels/channels.ts';
import { logTime } from '#contract/session/log-lines.ts';
import { type LogEntry, maxLogEntries, type SessionId } from '#contract/session/session.ts';

/** An entry of the log that is shown. */
export interface LogRow extends LogEntry {
  /** Counts up; an entry keeps its own while older ones go. */
  readonly key: number;
  /** What it is found by: its time and text, in small letters. */
  readonly haystack: string;
}

/** The entries so far, and those that come; as many as main keeps. */
export function useLog(bridge: Bridge, id: SessionId): readonly LogRow[] {
  const [rows, setRows] = useState<readonly LogRow[]>([]);
  useEffect(() => {
    // Entries that come before the list does are in the list as well.
    let listed = false;
    const stop = bridge.on('session.logged', (logged) => {
      if (listed && logged.id === id) setRows((before) => withEntry(before, logged.entry));
    });
    let shown = true;
    void bridge.request('session.log', { id }).then((result) => {
      if (!shown || !result.ok) return;
      listed = true;
      setRows(result.value.map(rowOf));
    });
    return () => {
      shown = false;
      stop();
      bridge.command('session.log-closed', { id });
    };
  }, [bridge, id]);
  return rows;
}

const withEntry = (rows: readonly LogRow[], entry: LogEntry): readonly LogRow[] =>
  [...rows, rowOf(entry, (rows.at(-1)?.key ?? 0) + 1)].slice(-maxLogEntries);

const rowOf = (entry: LogEntry, key: number): LogRow => ({
  ...entry,
  key,
  haystack: `${logTime(entry.at)} ${entry.text}`.toLowerCase(),
});

/** The rows in whose time or text each word of the query is found, in any order and case. */
export function filterRows(rows: readonly LogRow[], query: string): readonly LogRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}
