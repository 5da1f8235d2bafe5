import type { Profile } from '#contract/profile/profile.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import type { LogEntry } from '#contract/session/session.ts';
import type { PacketTrace } from './transport.ts';

/** A session's log file, as a session sees it; main/logs implements it. Nothing here waits, nor throws. */
export interface SessionLog {
  /** A connection begins; packets come from it from now on. */
  readonly noteConnection: () => void;
  /** What the program in the session printed, in UTF-8, and as it was received. */
  readonly output: (bytes: Uint8Array, received: Uint8Array) => void;
  /** A line of the Event Log: it goes into logs of packets. */
  readonly event: (entry: LogEntry) => void;
  readonly trace: PacketTrace;
  /** Settings changed: another kind of log, or another file, is begun anew. */
  readonly change: (profile: Profile) => void;
  /** Writes what waits, and lets go of the file. */
  readonly close: () => void;
}

export interface SessionLogOptions {
  readonly profile: Profile;
  /** Asks the user what to do with a file that is there; with `cancel` when the signal ends the question. */
  readonly askAboutFile: (path: string, signal: AbortSignal) => Promise<PromptAnswer>;
  /** For the Event Log. */
  readonly onLog: (text: string) => void;
  /** Something is wrong with the log: sentences for the user. */
  readonly onNotice: (text: string) => void;
}

export type OpenSessionLog = (options: SessionLogOptions) => SessionLog;
