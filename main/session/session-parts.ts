import type { Profile, ProfileChanges } from '#contract/profile/profile.ts';
import type { ConfigAsked } from '#contract/saved/ssh-config.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import type { LogEntry, SessionActivity, SessionId, SessionSnapshot } from '#contract/session/session.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { NetworkWatch } from '../keepalive/network-watch.ts';
import type { PathBook } from '../keepalive/path-book.ts';
import type { SleepWatch } from '../keepalive/sleep-watch.ts';
import type { OutputPump } from './output/output-pump.ts';
import type { FindCharacterSet } from './ports/character-set.ts';
import type { OpenFiles } from './ports/remote-files.ts';
import type { OpenSessionLog } from './ports/session-log.ts';
import type { OpenTransport, ProbeHost } from './ports/transport.ts';
import type { OpenZmodem, Zmodem } from './ports/zmodem.ts';
import type { AnswerFirst } from './prompts/given-password.ts';

/** What every session works with. */
export interface SessionParts {
  readonly openTransport: OpenTransport;
  readonly findCharacterSet: FindCharacterSet;
  readonly probeHost: ProbeHost;
  readonly openLog: OpenSessionLog;
  /** Absent where the output goes to a terminal or a pipe of the user's own, which does that itself. */
  readonly openZmodem?: OpenZmodem;
  readonly sleep: SleepWatch;
  readonly network: NetworkWatch;
  readonly paths: PathBook;
  readonly clock: Clock;
  /** Milliseconds since 1970, for what is shown. */
  readonly wallClock: () => number;
  /** Something that went wrong beside the session: a sentence that names it is shown. */
  readonly onNotice: (text: string) => void;
}

export interface SessionOptions extends SessionParts {
  readonly id: SessionId;
  readonly profile: Profile;
  readonly savedAs: string | null;
  readonly config?: ConfigAsked;
  /** Waits for its user instead of connecting, under the name that its tab had. */
  readonly restoredAs?: string;
  /** Is asked before the user is. */
  readonly answerFirst?: AnswerFirst;
  /**
   * Takes what comes as standard error (RFC 4254, 5.2), and gives the pump credit for it. Default: it is output like the
   * rest, as a terminal shows it.
   */
  readonly onErrorOutput?: (bytes: Uint8Array) => void;
  readonly onChange: (snapshot: SessionSnapshot) => void;
  /** Traffic changed what `activity` tells. Called for every chunk of a flood. */
  readonly onActivity: () => void;
  readonly onLog: (entry: LogEntry) => void;
}

/** A session: lives from the opening of its tab to its closing, across any number of connections. */
export interface Session {
  readonly snapshot: () => SessionSnapshot;
  readonly activity: () => SessionActivity;
  readonly log: () => readonly LogEntry[];
  /** Where a window attaches for output. */
  readonly pump: Pick<OutputPump, 'attach' | 'credit' | 'erase' | 'isDrained'>;
  /** `onTaken` is called when the server has room for more: not before the bytes are on their way, never once it is lost. */
  readonly write: (bytes: Uint8Array, onTaken?: () => void) => void;
  /** No more is written; output goes on. */
  readonly endInput: () => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Changes settings; those that can change mid-session take effect at once. */
  readonly change: (changes: ProfileChanges) => void;
  /** Takes the settings that ~/.ssh/config has for it by now, with what is to be told of them. */
  readonly configure: (profile: Profile, remarks: readonly string[]) => void;
  /** An empty name gives the session its own name back. */
  readonly rename: (name: string) => void;
  readonly answer: (promptId: string, answer: PromptAnswer) => boolean;
  readonly zmodem: Pick<Zmodem, 'answer' | 'send' | 'cancel'>;
  /** Connects again, in place. Does nothing while a connection is there that isn't stalled. */
  readonly restart: () => void;
  /** Opens a channel for files on the connection that is there now. */
  readonly openFiles: OpenFiles;
  /** Tries the forwards that failed once more. */
  readonly retryForwards: () => void;
  /** Gives up connecting again, and leaves it to the user; says so if there is nothing to go back to. */
  readonly cancelConnecting: () => 'stopped' | 'never-open';
  /** Ends the connection and lets go of everything. */
  readonly dispose: () => void;
}
