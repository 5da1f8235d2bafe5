import type { Failure, Result } from '#contract/failure.ts';
import type { Forward, ForwardCounts } from '#contract/forwards/forward.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { ConnectPhase, ConnectStop, Negotiated } from '#contract/session/session.ts';
import type { ProbeResult } from '../../keepalive/drop-evidence.ts';
import type { ProbeSilence, SilenceOutcome, SilenceRequest } from '../../keepalive/silence.ts';
import type { OpenFiles } from './remote-files.ts';

export type { ProbeResult, SilenceOutcome, SilenceRequest };

/**
 * One connection with one interactive channel, as a session sees it. main/ssh implements it over ssh2; tests implement
 * it in memory. A transport is used once: a reconnect opens a new one.
 */
export interface Transport {
  /**
   * Sends bytes to the program in the session. Ignored unless open. `onTaken` is called when the server has room for
   * more (RFC 4254, 5.2).
   */
  readonly write: (bytes: Uint8Array, onTaken?: () => void) => void;
  /** Says that no more bytes come (RFC 4254, 5.3). Ignored unless open. */
  readonly endInput: () => void;
  /** Stops and resumes reading from the channel; the server is held back by SSH's window (RFC 4254, 5.2). */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Tells the server the terminal's new size in character cells. */
  readonly resize: (columns: number, rows: number) => void;
  /** Sends SSH_MSG_IGNORE with an empty string (RFC 4253, 11.2). Ignored before authentication and after the end. */
  readonly sendNullPacket: () => void;
  /**
   * Asks the server for an answer of any kind: global request `keepalive@openssh.com` with want_reply (RFC 4254, 4;
   * OpenSSH's ServerAliveInterval). Calls back when it is answered, whichever way; other traffic does not count there.
   * Ignored before authentication and after the end.
   */
  readonly sendAliveCheck: (onAnswered: () => void) => void;
  /** Sets the options of the running socket. */
  readonly setSocketOptions: (options: SocketOptions) => void;
  /** Sets whether typing is shown and edited on this side. */
  readonly setTyping: (options: TypingOptions) => void;
  /** Sets when the keys are renewed, counted from their last renewal: one that is due by then comes at once. */
  readonly setRekeyLimits: (limits: RekeyLimits) => void;
  /** Renews the keys by these algorithms, as far as the server has them; `negotiated` tells of what came of it. */
  readonly setAlgorithms: (algorithms: SessionAlgorithms) => void;
  /** Opens a forward; for after authentication. It ends with the connection. */
  readonly openForward: (request: ForwardRequest) => OpenForward;
  /** Opens a channel for files; for after authentication. It ends with the connection. */
  readonly openFiles: OpenFiles;
  /** Whether this computer has other addresses now, not the one that the connection is made from. */
  readonly isAddressReplaced: () => boolean;
  readonly way: () => Way;
  /** Disconnects. `ended` follows, with cause `disconnected`, unless it came already. Safe to call in any state. */
  readonly close: () => void;
}

/** What lies between this computer and the session's host. */
export interface Way {
  /** The host that this computer itself connects to: a proxy, the first jump host, or the session's own. */
  readonly peer: string;
  /** What it leads through, to be shown, such as `SOCKS 5 proxy gw:1080, then gate`; empty where it is direct. */
  readonly through: string;
}

export type TypingOptions = Pick<Profile, 'localEcho' | 'localEditing'>;

/** 0 is no limit. */
export type RekeyLimits = Pick<Profile, 'rekeyMinutes' | 'rekeyMegabytes'>;

/** What a running connection can change; its host key stays. */
export type SessionAlgorithms = Pick<Profile, 'kexOrder' | 'cipherOrder' | 'macOrder' | 'compression'>;

export type SocketOptions = Pick<Profile, 'tcpNoDelay' | 'tcpKeepalives'>;

export interface ForwardRequest {
  readonly forward: Forward;
  /** Where the forward names no address: other hosts may connect to it. */
  readonly acceptsAll: boolean;
  /** Where it listens on a socket in this computer's file system: one that is there already makes room for it. */
  readonly replacesSocket: boolean;
  /** The addresses at which it listens from now on, or why it does not; once, and not before `openForward` returns. */
  readonly onSettled: (listening: Result<readonly string[]>) => void;
}

/** A forward of one connection. */
export interface OpenForward {
  readonly counts: () => ForwardCounts;
  /** Stops listening and ends its connections. */
  readonly close: () => void;
}

/**
 * What a transport tells its session, in this order: phases, negotiated, authenticating, authenticated, open, data, …,
 * ended.
 */
export type TransportEvent =
  /** What was agreed on in the first key exchange; later, where a renewal of the keys agreed on something else. */
  | { readonly kind: 'negotiated'; readonly negotiated: Negotiated }
  /** `stop` is there where jump hosts are. */
  | { readonly kind: 'phase'; readonly phase: ConnectPhase; readonly stop?: ConnectStop }
  | { readonly kind: 'authenticating' }
  /** Logged in; null packets may be sent from here on. */
  | { readonly kind: 'authenticated' }
  /** The shell or command runs. With "Don't start a shell" it follows `authenticated` at once. */
  | { readonly kind: 'open' }
  /** Whether programs at the server are shown here; where the profile wants it, once, before `open`. */
  | { readonly kind: 'x11'; readonly standing: X11Standing }
  /** Output of the program; `isError`: its standard error, which is apart where it has no terminal. */
  | { readonly kind: 'data'; readonly bytes: Uint8Array; readonly isError?: boolean }
  /** Bytes came in by the socket, of any kind. */
  | { readonly kind: 'received' }
  /** For the Event Log: a full sentence or a fact, server text already made harmless. */
  | { readonly kind: 'log'; readonly text: string }
  /** Last event of all. */
  | { readonly kind: 'ended'; readonly cause: EndCause };

export type X11Standing =
  | { readonly kind: 'on'; readonly display: string; readonly counts: () => ForwardCounts }
  | { readonly kind: 'failed'; readonly reason: string };

export type EndCause =
  /** exit-status or exit-signal came (RFC 4254, 6.10), or the server closed the channel in good order. */
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  /** `close()` was called. */
  | { readonly kind: 'disconnected' }
  /** It did not get as far as `open`. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** It was open and the connection was lost; `at` is the jump host that it was lost at, if it was at one. */
  | { readonly kind: 'lost'; readonly failure: Failure; readonly at?: string };

export interface TransportOptions {
  readonly profile: Profile;
  readonly columns: number;
  readonly rows: number;
  readonly onEvent: (event: TransportEvent) => void;
  readonly ask: Ask;
  /** Hears of the packets of the connection to the session's own host. */
  readonly trace?: PacketTrace;
}

/** Hears of all that one SSH connection sends and receives. The bytes are good during the call alone. */
export interface PacketTrace {
  /** In the clear, from the message's number on; `sequence` as in RFC 4253, 6.4. */
  readonly packet: (direction: 'incoming' | 'outgoing', sequence: number, payload: Uint8Array) => void;
  /** As they are on the wire. */
  readonly raw: (direction: 'incoming' | 'outgoing', bytes: Uint8Array) => void;
}

/** Asks the user; never rejects. The signal ends the question when the connection ended before it was answered. */
export type Ask = (prompt: Prompt, signal: AbortSignal) => Promise<PromptAnswer>;

/**
 * Opens a fresh TCP connection to the profile's host and closes it again, to learn whether the host can be reached.
 * Nothing is sent; a server logs at most a connection without identification. Where the way leads over a proxy or jump
 * hosts, it is the first of them that is probed; `pending` where a command makes the connection.
 */
export type ProbeHost = (profile: Profile, signal: AbortSignal) => Promise<ProbeResult>;

/** Starts connecting; events follow asynchronously, never before this returns. */
export type OpenTransport = (options: TransportOptions) => Transport;

/** Silent connections to the profile's host; what their logins ask goes to `ask`. */
export type OpenSilenceProbe = (profile: Profile, ask: Ask) => ProbeSilence;
