import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { Profile } from '#contract/profile/profile.ts';

export type ClientName = 'holdfast' | 'ssh' | 'plink';

/** The same for all clients, each in its own words. Seconds; 0 is off. */
export interface ClientSettings {
  /** Null packets: Holdfast and PuTTY. OpenSSH has none. */
  readonly keepaliveSeconds: number;
  /** Alive checks: Holdfast and OpenSSH (ServerAliveInterval). PuTTY has none. */
  readonly checkSeconds: number;
  /** Unanswered checks that count (ServerAliveCountMax). */
  readonly checkCount: number;
  /** Holdfast's own. */
  readonly whenStalled: Profile['whenStalled'];
  readonly whenLost: Profile['whenLost'];
}

/** Where to log in, and with what. */
export interface ClientTarget {
  readonly host: string;
  readonly port: number;
  readonly userName: string;
  /** Path of an OpenSSH private key without a passphrase. */
  readonly keyFile: string;
  /** `type` and base64 blob. */
  readonly hostKeyLine: string;
}

export interface ClientStart {
  readonly target: ClientTarget;
  readonly settings: ClientSettings;
  /** Exists, is this client's own, and is its HOME. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly spawn: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
}

/** What a client did, as its user would see it. Times are of {@link monotonicMs}. */
export interface ClientEvent {
  /** `stalled` and `recovered`: it told its user that the server doesn't answer, or answers again. */
  readonly kind: 'opened' | 'stalled' | 'recovered' | 'ended';
  readonly at: number;
}

/** Why a client says that it ended. */
export interface Cause {
  /** Holdfast's verdict; null where it made none. */
  readonly verdict: string | null;
  readonly confidence: string | null;
  readonly remedy: string | null;
  /** Holdfast has tried a fresh connection before it judged. */
  readonly reviewed: boolean;
  /** What its user reads. */
  readonly says: string;
}

/** A program with one session, driven as by its user. */
export interface FaultClient {
  readonly name: ClientName;
  readonly pid: number;
  readonly type: (text: string) => void;
  /** All that its session printed. */
  readonly output: () => string;
  readonly events: readonly ClientEvent[];
  /** After an end; null before one. */
  readonly cause: () => Cause | null;
  /** Enter on a lost session, where there is such a thing. */
  readonly restart: () => void;
  readonly stop: () => Promise<void>;
}

/** Milliseconds of the system's monotonic clock, which is the same for all processes. */
export const monotonicMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

/** Whether its session is open as far as it knows. */
export const isOpen = ({ events }: Pick<FaultClient, 'events'>): boolean =>
  events.findLast(({ kind }) => kind === 'opened' || kind === 'ended')?.kind === 'opened';
