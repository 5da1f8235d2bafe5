import type { KeepaliveStatus } from '#contract/session.ts';

/** What the status bar says of the null packets, `elapsedMs` after the status was measured. */
export function nullPacketWords(status: KeepaliveStatus, elapsedMs: number): string {
  if (status.suppressed || status.intervalSeconds === 0) return 'Keepalives off';
  const sent = `Null packets: ${status.nullPacketsSent} sent`;
  if (status.nextInMs === null) return sent;
  const remaining = Math.max(0, Math.ceil((status.nextInMs - elapsedMs) / 1000));
  return `${sent}, next in ${durationWords(remaining)}`;
}

/** When the server was last heard, `elapsedMs` after the status was measured. */
export function lastContactWords(status: KeepaliveStatus, elapsedMs: number): string {
  if (status.lastContactMs === null) return 'No contact yet';
  return `Last contact ${durationWords(Math.floor((status.lastContactMs + elapsedMs) / 1000))} ago`;
}

/** A number of seconds in at most two units. */
export function durationWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
