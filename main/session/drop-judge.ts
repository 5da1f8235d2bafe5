import type { Failure } from '#contract/failure.ts';
import type { Profile } from '#contract/profile.ts';
import type { CloseReason } from '#contract/session.ts';
import type { DropEvidence, ProbeResult } from '../keepalive/drop-evidence.ts';
import type { SleepWatch } from '../keepalive/sleep-watch.ts';
import { judge } from '../keepalive/verdict.ts';
import type { Contact } from './contact.ts';
import type { EndCause, ProbeHost } from './transport.ts';

/** Output looked at for a shell's parting words; bytes. */
const lastTextBytes = 512;

/** Gathers what is observed of one connection, and judges its end. */
export interface DropJudge {
  /** Output of the program. */
  readonly noteOutput: (bytes: Uint8Array) => void;
  /** Why it is closed, by what is known at once. */
  readonly reasonOf: (cause: Ending) => CloseReason;
  /** Tries a fresh connection and judges again; null where that can't change anything. */
  readonly review: (reason: CloseReason, signal: AbortSignal) => Promise<CloseReason | null>;
}

/** An end that was not asked for. */
export type Ending = Exclude<EndCause, { readonly kind: 'disconnected' }>;

export interface DropJudgeOptions {
  readonly profile: () => Profile;
  readonly contact: Contact;
  readonly sleep: Pick<SleepWatch, 'sleptSince'>;
  readonly probeHost: ProbeHost;
}

export function createDropJudge({ profile, contact, sleep, probeHost }: DropJudgeOptions): DropJudge {
  let last: Uint8Array = new Uint8Array();
  let beforeLast = last;
  let observed: DropEvidence | null = null;

  const lastText = () => new TextDecoder().decode(Buffer.concat([beforeLast, last]).subarray(-lastTextBytes));

  const observe = (failure: Failure | null): DropEvidence => ({
    host: profile().hostName.split('@').at(-1) ?? '',
    failure: failure?.code ?? null,
    message: failure?.message ?? 'The program in the session ended.',
    idleMs: contact.idleMs(),
    unansweredMs: contact.unansweredMs(),
    keepaliveSeconds: profile().chokesOnIgnore ? 0 : profile().keepaliveSeconds,
    sleptMs: sleep.sleptSince(contact.lastReceived() ?? Number.POSITIVE_INFINITY),
    probe: 'pending',
    lastText: lastText(),
  });

  const lost = (failure: Failure, probe: ProbeResult): CloseReason => {
    observed ??= observe(failure);
    return { kind: 'lost', failure, verdict: judge({ ...observed, probe }) };
  };

  return {
    noteOutput: (bytes) => {
      beforeLast = last;
      // A copy of the end: the bytes are a view on a buffer that would be kept with it.
      last = bytes.slice(-lastTextBytes);
    },
    reasonOf: (cause) => {
      if (cause.kind === 'lost') return lost(cause.failure, 'pending');
      if (cause.kind !== 'exited') return cause;
      const verdict = judge(observe(null));
      return { ...cause, verdict: verdict.kind === 'idle-logout' ? verdict : null };
    },
    review: async (reason, signal) => {
      if (reason.kind !== 'lost') return null;
      return lost(reason.failure, await probeHost(profile(), signal));
    },
  };
}
