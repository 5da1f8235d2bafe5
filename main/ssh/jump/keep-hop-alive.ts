import type { Profile } from '#contract/profile/profile.ts';

/** The connection to a jump host, as what keeps it open sees it. */
export interface HopConnection {
  readonly profile: Profile;
  readonly sendNullPacket: () => void;
  /** Calls back when it is answered. */
  readonly sendAliveCheck: (onAnswered: () => void) => void;
  readonly onLog: (text: string) => void;
  /** The alive checks stayed unanswered, and the jump host's settings want the end of it. */
  readonly onGivenUp: (silentMs: number) => void;
}

/**
 * Keeps the connection to a jump host open by null packets, and watches over it by alive checks, as its own settings say.
 * main/keepalive implements it.
 */
export type KeepHopAlive = (connection: HopConnection) => {
  /** Bytes came in. */
  readonly noteReceived: () => void;
  readonly stop: () => void;
};
