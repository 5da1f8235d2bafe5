import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { CloseReason } from '#contract/session/session.ts';
import type { DropVerdict } from '#contract/session/verdict.ts';
import type { DropEvidence, ProbeResult } from '../../keepalive/drop-evidence.ts';
import type { KnownPath } from '../../keepalive/path-book.ts';
import { limitsOf } from '../../keepalive/path-memory.ts';
import type { SleepWatch } from '../../keepalive/sleep-watch.ts';
import { judge } from '../../keepalive/verdict.ts';
import type { EndCause, ProbeHost } from '../ports/transport.ts';
import type { Contact } from './contact.ts';

/** Output looked at for a shell's parting words; bytes. */
const lastTextBytes = 512;

/** Gathers what is observed of one connection, and judges its end. */
export interface DropJudge {
  /** Output of the program. */
  readonly noteOutput: (bytes: Uint8Array) => void;
  /** Why it is closed, by what is known at once. */
  readonly reasonOf: (cause: Ending) => CloseReason;
  /**
   * Tries a fresh connection and judges again; null where that can't change anything, or once nobody wants to know. A
   * silence that was fatal is remembered of the path.
   */
  readonly review: (reason: CloseReason) => Promise<CloseReason | null>;
}

/** What is read this soon after a wake-up came during the sleep, and had waited in the kernel; ms. */
const wakeReadMs = 2000;

/** An end that was not asked for. */
export type Ending = Exclude<EndCause, { readonly kind: 'disconnected' }>;

export interface DropJudgeOptions {
  readonly profile: () => Profile;
  readonly contact: Contact;
  readonly path: KnownPath;
  readonly isAddressReplaced: () => boolean;
  readonly peerName: () => string;
  /** Seconds between keepalives as they are in effect; 0 is off. */
  readonly keepaliveSeconds: () => number;
  readonly sleep: Pick<SleepWatch, 'sleptSince'>;
  readonly probeHost: ProbeHost;
  /** Ends a review that is under way. */
  readonly closing: AbortSignal;
}

export function createDropJudge(options: DropJudgeOptions): DropJudge {
  const { profile, contact, path, sleep, probeHost, closing } = options;
  let last: Uint8Array = new Uint8Array();
  let beforeLast = last;
  let observed: (DropEvidence & { readonly isAnswerDue: boolean }) | null = null;

  const lastText = () => new TextDecoder().decode(Buffer.concat([beforeLast, last]).subarray(-lastTextBytes));

  const observe = (failure: Failure | null, at: string, exitTold = false) => ({
    host: at,
    peer: options.peerName(),
    failure: failure?.code ?? null,
    exitTold,
    message: failure?.message ?? t('The program in the session ended.'),
    idleMs: contact.idleMs(),
    unansweredMs: contact.unansweredMs(),
    isAnswerDue: contact.isAnswerDue(),
    survivedMs: contact.survivedMs(),
    unusedMs: contact.unusedMs(),
    untypedMs: contact.untypedMs(),
    known: limitsOf(path.knowledge()),
    keepaliveSeconds: options.keepaliveSeconds(),
    sleptMs: sleep.sleptSince((contact.lastReceived() ?? Number.POSITIVE_INFINITY) - wakeReadMs),
    addressReplaced: options.isAddressReplaced(),
    probe: 'pending' as const,
    lastText: lastText(),
  });

  const ownHost = () => profile().hostName.split('@').at(-1) ?? '';

  const lost = (failure: Failure, probe: ProbeResult, at?: string): Extract<CloseReason, { readonly kind: 'lost' }> => {
    observed ??= observe(failure, at ?? ownHost());
    return { kind: 'lost', failure, verdict: judge({ ...observed, probe }) };
  };

  /** Nobody answers a null packet: in a silence that began with one it can't be told when the path forgot. */
  const learn = (verdict: DropVerdict) => {
    if (observed === null) return;
    const isFatal = verdict.kind === 'idle-cut-reset' || (verdict.kind === 'idle-cut-silent' && observed.isAnswerDue);
    if (isFatal) path.noteFatal(observed.idleMs);
  };

  return {
    noteOutput: (bytes) => {
      contact.noteOutput();
      beforeLast = last;
      // A copy of the end: the bytes are a view on a buffer that would be kept with it.
      last = bytes.slice(-lastTextBytes);
    },
    reasonOf: (cause) => {
      if (cause.kind === 'lost') return lost(cause.failure, 'pending', cause.at);
      if (cause.kind !== 'exited') return cause;
      const verdict = judge(observe(null, ownHost(), cause.code !== null || cause.signal !== null));
      return { ...cause, verdict: isOfIdleness(verdict) ? verdict : null };
    },
    review: async (reason) => {
      if (reason.kind !== 'lost') return null;
      // Another connection of the session does not end it: what it tells of the path and of the end is wanted still.
      const probe = await probeHost(profile(), closing);
      if (closing.aborted) return null;
      const reviewed = lost(reason.failure, probe);
      learn(reviewed.verdict);
      return reviewed;
    },
  };
}

/** The one end of a program that its user did not mean. */
const isOfIdleness = ({ kind }: DropVerdict) => kind === 'idle-logout' || kind === 'server-idle-limit';
