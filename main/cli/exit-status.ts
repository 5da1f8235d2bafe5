import { constants } from 'node:os';
import type { CloseReason } from '#contract/session/session.ts';

/** What ssh ends with where the session itself failed. */
export const failedStatus = 255;

/** Added to the number of a signal, as shells do. */
const signalStatus = 128;

/** The exit status of a process that a signal ended; `signal` as in `TERM`, or `SIGTERM`. */
export function statusOfSignal(signal: string): number {
  const name = signal.startsWith('SIG') ? signal : `SIG${signal}`;
  const found = Object.entries(constants.signals).find(([known]) => known === name);
  return found === undefined ? failedStatus : signalStatus + found[1];
}

/** The remote program's status is passed on, as by ssh and plink. */
export function exitStatusOf(reason: CloseReason): number {
  if (reason.kind !== 'exited') return failedStatus;
  if (reason.signal !== null) return statusOfSignal(reason.signal);
  return reason.code ?? failedStatus;
}
