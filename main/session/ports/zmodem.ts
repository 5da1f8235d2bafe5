import type { ZmodemAnswer, ZmodemStatus } from '#contract/files/zmodem.ts';
import type { Profile } from '#contract/profile/profile.ts';

/**
 * Files that programs at the server send and receive in the terminal's own channel (Zmodem), over all connections of a
 * session. main/zmodem implements it.
 */
export interface Zmodem {
  /** Takes what the server sent, as it came; what is the terminal's goes on by `passOn`. */
  readonly output: (bytes: Uint8Array) => void;
  /** Whether it took the keys, so that they don't get between; Ctrl+C gives the transfer up. */
  readonly takesKeys: (bytes: Uint8Array) => boolean;
  /** Null while there is neither a question nor a transfer. */
  readonly status: () => ZmodemStatus | null;
  /** False if that question is not waiting any more. */
  readonly answer: (questionId: string, answer: ZmodemAnswer) => boolean;
  /** Answers the question of `rz` with files of this computer; false if that is not waiting any more. */
  readonly send: (questionId: string, localPaths: readonly string[]) => boolean;
  readonly cancel: () => void;
  /** The connection is gone. */
  readonly lose: () => void;
}

export interface ZmodemOptions {
  readonly profile: () => Profile;
  /** Output of the terminal, as the server sent it. */
  readonly passOn: (bytes: Uint8Array) => void;
  /** Sends bytes as they are, whatever is done to what is typed. `onTaken` as in Transport.write. */
  readonly send: (bytes: Uint8Array, onTaken?: () => void) => void;
  /** Holds the server back. */
  readonly setPaused: (paused: boolean) => void;
  /** Begins and ends a time in which nothing may be done to what is sent. */
  readonly setBinary: (binary: boolean) => void;
  /** A line of the program's own, among the output. */
  readonly onMark: (text: string) => void;
  readonly onChange: () => void;
  readonly onLog: (text: string) => void;
  /** Something that went wrong: a sentence for the user. */
  readonly onNotice: (text: string) => void;
}

export type OpenZmodem = (options: ZmodemOptions) => Zmodem;
