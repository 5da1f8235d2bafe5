import type { ZmodemAnswer, ZmodemProgress, ZmodemQuestion } from '#contract/files/zmodem.ts';
import type { Clock } from '../keepalive/clock.ts';

/** One transfer, from the beginning of a program at the server to its end. */
export interface Transfer {
  readonly read: (bytes: Uint8Array) => void;
  /** The user gives it up. */
  readonly cancel: () => void;
  /** The connection is gone. */
  readonly lose: () => void;
}

/** How a transfer ended. */
export interface Ending {
  /**
   * `done`: the program at the server ended by itself, also where it could not do all. `refused` and `never` are the
   * user's; `none`: it was no transfer, or its program had gone before anything was asked.
   */
  readonly kind: 'done' | 'failed' | 'cancelled' | 'refused' | 'never' | 'lost' | 'none';
  /** What became of it, once it is known: full sentences, or empty. */
  readonly text: Promise<string>;
  /** What came after it and is the terminal's. */
  readonly rest: Uint8Array;
  /** The server was sending data: what is under way is none of the terminal's. */
  readonly drains: boolean;
}

/** Of a transfer whose first file is not known. */
export const nothingYet: Omit<ZmodemProgress, 'kind'> = {
  name: '',
  file: 0,
  files: 0,
  bytes: 0,
  totalBytes: null,
  bytesPerSecond: 0,
  isStopping: false,
};

/** A question, but for what makes it one of its own. */
export type Question = ZmodemQuestion extends infer Q
  ? Q extends ZmodemQuestion
    ? Omit<Q, 'questionId'>
    : never
  : never;

/** What a transfer works with. */
export interface TransferTools {
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  /** Made fit to show. */
  readonly host: string;
  /** Sends bytes as they are; `onTaken` as in Transport.write. */
  readonly send: (bytes: Uint8Array, onTaken?: () => void) => void;
  readonly setPaused: (paused: boolean) => void;
  /** Null where the transfer ended before it was answered. `keepWaiting` is called now and then, so that the program waits. */
  readonly ask: (question: Question, keepWaiting: () => void) => Promise<ZmodemAnswer | null>;
  readonly onProgress: (progress: ZmodemProgress) => void;
  readonly onEnded: (ending: Ending) => void;
  /** Names of files, in the server's character set. */
  readonly readName: (name: Uint8Array) => string;
  readonly writeName: (name: string) => Uint8Array;
  readonly local: LocalFiles;
}

/** What the user chooses of this computer's files, by the system's dialogs or by dropping them. */
export interface LocalFiles {
  /** Where received files went last, or go by default. */
  readonly folder: () => string;
  readonly noteFolder: (folder: string) => void;
  /** Null where the user thought better of it. */
  readonly chooseFolder: (keepWaiting: () => void) => Promise<string | null>;
  /** None where the user thought better of it. */
  readonly chooseFiles: (keepWaiting: () => void) => Promise<readonly string[]>;
}
