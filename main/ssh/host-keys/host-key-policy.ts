import type { Result } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { KnownKeys } from '../handshake/algorithms.ts';
import type { Announcement } from './announced-keys.ts';

/**
 * The key that a server offers in the first key exchange. ssh2 asks about it before it verifies the server's signature;
 * a signature that is wrong ends the connection right after, with nothing secret sent.
 */
export interface OfferedHostKey extends HostKey {
  /** The host as the user named it, not its address. */
  readonly host: string;
  readonly port: number;
}

export interface HostKey {
  /** As in the key's own encoding (RFC 4253, 6.6), such as `ssh-ed25519`; `ssh-rsa` for every RSA signature. */
  readonly keyType: string;
  /** The public key in the encoding of RFC 4253, 6.6. */
  readonly blob: Uint8Array;
}

/** What a session says of its host keys. */
export type HostKeyRules = Pick<Profile, 'hostKeyChecking' | 'updateHostKeys' | 'knownHostsFile' | 'manualHostKeys'>;

/**
 * Why a key was accepted: recorded, certified by a recorded authority, named by the session itself, now saved, or by
 * the user for this run alone.
 */
export type HostKeyAcceptance = 'known' | 'certified' | 'configured' | 'saved' | 'once';

/** Decides whether a host may be what it says it is. main/ssh/host-keys implements it over known_hosts files. */
export interface HostKeyPolicy {
  /** What is known of the host's keys; the server is asked for one of these first, so that a known key is preferred. */
  readonly knownKeys: (host: string, port: number, rules: HostKeyRules) => KnownKeys;
  /** Accepts the key, if need be after asking the user, or fails with `host-key-changed`, `-revoked` or `-rejected`. */
  readonly check: (
    offered: OfferedHostKey,
    rules: HostKeyRules,
    ask: (prompt: Prompt) => Promise<PromptAnswer>,
  ) => Promise<Result<HostKeyAcceptance>>;
  /** Offers to record keys that a known host has announced and proved; gives a line for the log, or null. */
  readonly learn: (
    announcement: Announcement,
    rules: HostKeyRules,
    ask: (prompt: Prompt) => Promise<PromptAnswer>,
  ) => Promise<string | null>;
}
