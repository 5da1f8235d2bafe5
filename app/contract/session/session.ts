import type { Failure } from '../failure.ts';
import type { ZmodemStatus } from '../files/zmodem.ts';
import type { ForwardStatus, X11Status } from '../forwards/forward.ts';
import type { Profile } from '../profile/profile.ts';
import type { ConfigAsked } from '../saved/ssh-config.ts';
import type { Prompt } from './prompt.ts';
import type { DropVerdict } from './verdict.ts';

/** Names a session for its whole life, across reconnects and reloads of the window. */
export type SessionId = string & { readonly brand: 'SessionId' };

/** How far a connection has come before anybody is asked for a password; `login` is one to a jump host. */
export type ConnectPhase = 'resolving' | 'tcp' | 'proxy' | 'handshake' | 'login';

/** One connection of a chain of jump hosts; the last one is to the session's own host. */
export interface ConnectStop {
  readonly name: string;
  /** 1 for the first. */
  readonly number: number;
  readonly of: number;
}

/** Where a session stands. Every change goes through `transition` in main/session/state.ts. */
export type SessionState =
  | { readonly kind: 'connecting'; readonly phase: ConnectPhase; readonly stop?: ConnectStop }
  | { readonly kind: 'authenticating' }
  | { readonly kind: 'open' }
  /** It was lost and connects again by itself, in a while. */
  | {
      readonly kind: 'reconnecting';
      /** 1 for the first attempt. */
      readonly attempt: number;
      /** Wall clock, ms; null while it waits for this computer to have a network. */
      readonly retryAt: number | null;
      /** Why it was lost, whatever became of the attempts since. */
      readonly reason: CloseReason;
      /** Why the last attempt came to nothing; null before the first. */
      readonly failed: Failure | null;
      /** When it was lost, wall clock, ms. */
      readonly at: number;
    }
  | { readonly kind: 'closed'; readonly reason: CloseReason /** Wall clock, ms. */; readonly at: number };

/** Why a session is closed. */
export type CloseReason =
  /**
   * The program in the session ended by itself; `code` is null when a signal ended it. There is a verdict where it was
   * not the user who ended it.
   */
  | {
      readonly kind: 'exited';
      readonly code: number | null;
      readonly signal: string | null;
      readonly verdict: DropVerdict | null;
    }
  /** It was open when the program ended, and waits to be connected again. */
  | { readonly kind: 'restored' }
  /** It never opened. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** It was open, and the connection went away under it. */
  | { readonly kind: 'lost'; readonly failure: Failure; readonly verdict: DropVerdict };

/** What the null packets of a session are doing, measured in main when the value was made. */
export interface KeepaliveStatus {
  /** Seconds between keepalives; 0 is off. */
  readonly intervalSeconds: number;
  /** True if the profile says that the server chokes on SSH_MSG_IGNORE: none is sent then. */
  readonly suppressed: boolean;
  /** Null packets sent on this connection. */
  readonly nullPacketsSent: number;
  /** Milliseconds until the next null packet if nothing else is sent; null while none is due. */
  readonly nextInMs: number | null;
  /** Milliseconds since the server last sent anything; null before it did. */
  readonly lastContactMs: number | null;
  /** The server has not answered its alive checks, or typing; it recovers with the first byte that comes in. */
  readonly stalled: boolean;
  /** Alive checks sent on this connection, and how many of them were answered. */
  readonly checksSent: number;
  readonly checksAnswered: number;
  /** How long the latest answers took, the last one last; milliseconds, at most 30. */
  readonly roundTripsMs: readonly number[];
  /** Keys and pastes that nothing from the server has followed yet. */
  readonly unconfirmedKeys: number;
  /** Milliseconds since the first of them; null while there is none. */
  readonly unconfirmedForMs: number | null;
}

/** What the two sides agreed on in the first key exchange, by SSH's names (RFC 4253, 7.1); `Out` is to the server. */
export interface Negotiated {
  /** The server's identification string, made harmless. */
  readonly serverVersion: string;
  readonly kex: string;
  /** Whether a recording of the session stays secret from a quantum computer: the exchange was of that kind. */
  readonly postQuantum: boolean;
  readonly hostKey: string;
  readonly cipherOut: string;
  readonly cipherIn: string;
  /** Empty where the cipher authenticates by itself. */
  readonly macOut: string;
  readonly macIn: string;
  /** `none` or the method. */
  readonly compressionOut: string;
  readonly compressionIn: string;
}

/** What traffic alone changes of a session: told by itself, as of when it is told. */
export interface SessionActivity {
  readonly id: SessionId;
  readonly keepalive: KeepaliveStatus;
  /** Its forwards, in the order of the profile. */
  readonly forwards: readonly ForwardStatus[];
  /** Null where its settings forward no X11. */
  readonly x11: X11Status | null;
}

/** All that a window needs to show a session; sent whole where more than its activity changes. */
export interface SessionSnapshot extends SessionActivity {
  /** The tab's title: what the user called it, else the saved session's name, else user@host. */
  readonly name: string;
  /** The saved session it was opened from, if any. */
  readonly savedAs: string | null;
  /** Where its settings come from ~/.ssh/config: the host there, and what its user set otherwise. */
  readonly config?: ConfigAsked;
  readonly profile: Profile;
  readonly state: SessionState;
  /** The proxy and the jump hosts that it leads through, to be shown; empty where it is direct. */
  readonly through: string;
  /** What the connection is protected by; null before its first key exchange. */
  readonly negotiated: Negotiated | null;
  /** A question that waits for the user. */
  readonly prompt: PendingPrompt | null;
  /** Files that go by the terminal's own channel, or are to; null where none do. */
  readonly zmodem: ZmodemStatus | null;
}

export interface PendingPrompt {
  /** Answers carry it back, so that an answer to a question that is gone is dropped. */
  readonly promptId: string;
  readonly prompt: Prompt;
}

/** Entries kept for each session; a day of keepalives at one a minute is 1,440. */
export const maxLogEntries = 2000;

/** One line of the Event Log. */
export interface LogEntry {
  /** Wall clock, ms since 1970. */
  readonly at: number;
  readonly text: string;
}
