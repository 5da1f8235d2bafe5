import type { FailureCode } from '#contract/failure.ts';
import type { IdleLimits } from './safe-keepalive.ts';

/** What was observed of a session that ended by itself. Times in milliseconds. */
export interface DropEvidence {
  /** Where it ended: the session's host, or a jump host. */
  readonly host: string;
  /** What this computer itself connects to, which the probe met: a proxy, the first jump host, or the session's host. */
  readonly peer: string;
  /** How the connection ended; null where the program in the session ended. */
  readonly failure: FailureCode | null;
  /** The end of the program was told: exit-status or exit-signal (RFC 4254, 6.10). */
  readonly exitTold: boolean;
  /** The failure's own sentence, such as the server's reason. */
  readonly message: string;
  /** Silence in both directions before the first packet of ours that nothing followed. */
  readonly idleMs: number;
  /** From that packet to the end; null when nothing of ours was unanswered. */
  readonly unansweredMs: number | null;
  /** The longest such silence that this connection survived before; 0 if there was none. */
  readonly survivedMs: number;
  /** What was known of the path before. */
  readonly known: IdleLimits;
  /** Since the last key or output. */
  readonly unusedMs: number;
  /** Since the last key; null where none was typed. */
  readonly untypedMs: number | null;
  /** Seconds between keepalives; 0 is off. */
  readonly keepaliveSeconds: number;
  /** For how long this machine slept between the last contact and the end; 0 if it did not. */
  readonly sleptMs: number;
  /** This machine had other addresses than the one that the connection was made from. */
  readonly addressReplaced: boolean;
  /** What a fresh TCP connection to the peer met afterwards. */
  readonly probe: ProbeResult;
  /** The last text on the screen. */
  readonly lastText: string;
}

/** `pending` until the probe has ended, and where none is possible. */
export type ProbeResult = 'pending' | 'works' | 'refused' | 'unreachable' | 'unanswered' | 'no-network';
