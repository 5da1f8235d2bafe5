import type { Profile, ProfileChanges } from '#contract/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import type { CloseReason, KeepaliveStatus } from '#contract/session.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { PathBook } from '../keepalive/path-book.ts';
import type { SleepWatch } from '../keepalive/sleep-watch.ts';
import { stalledFailure } from './connection-sentences.ts';
import { createContact } from './contact.ts';
import { createDropJudge, type Ending } from './drop-judge.ts';
import { chosenSeconds } from './keepalive-choice.ts';
import type { SessionEvent } from './state.ts';
import type { OpenTransport, ProbeHost, Transport, TransportEvent } from './transport.ts';
import { createVitals } from './vitals.ts';

/** One connection of a session, from its transport's first step to the verdict on its end. */
export interface Connection {
  readonly write: (bytes: Uint8Array) => void;
  readonly setPaused: (paused: boolean) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** The session's settings changed: `changes` are those that differ. */
  readonly change: (profile: Profile, changes: ProfileChanges) => void;
  readonly keepalive: () => KeepaliveStatus;
  /** Why a connection that is stalled is given up. */
  readonly stalledReason: () => CloseReason;
  /** Lets go of the connection: disconnects, and tells nothing any more. */
  readonly abandon: () => void;
}

export interface ConnectionOptions {
  readonly profile: Profile;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly clock: Clock;
  readonly openTransport: OpenTransport;
  readonly probeHost: ProbeHost;
  readonly sleep: SleepWatch;
  readonly paths: PathBook;
  readonly ask: (prompt: Prompt, signal: AbortSignal) => Promise<PromptAnswer>;
  readonly onStep: (
    event: Exclude<SessionEvent, { readonly kind: 'ended' | 'reviewed' | 'stopped' | 'connect' }>,
  ) => void;
  readonly onEnded: (reason: CloseReason) => void;
  /** What was learnt after the end made the reason clearer. */
  readonly onReviewed: (reason: CloseReason) => void;
  readonly onOutput: (bytes: Uint8Array) => void;
  readonly onLog: (text: string) => void;
  /** The keepalive's status changed. */
  readonly onActivity: () => void;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { clock, onStep, onLog } = options;
  let profile = options.profile;
  let ended = false;
  let abandoned = false;
  const contact = createContact(clock);
  const path = options.paths.pathTo(profile);
  const drop = createDropJudge({
    ...options,
    profile: () => profile,
    contact,
    path,
    isAddressReplaced: () => transport.isAddressReplaced(),
    keepaliveSeconds: () => (profile.chokesOnIgnore ? 0 : chosenSeconds(profile, path.knowledge())),
  });
  const vitals = createVitals({
    ...options,
    contact,
    path,
    transport: () => transport,
    onUnanswered: () => {
      if (profile.whenStalled === 'disconnect') giveUp();
    },
  });

  const handle = (event: TransportEvent) => {
    if (ended) return;
    switch (event.kind) {
      case 'open':
        vitals.noteOpen();
        return onStep(event);
      case 'phase':
      case 'authenticating':
        return onStep(event);
      case 'authenticated':
        return vitals.noteAuthenticated();
      case 'data':
        drop.noteOutput(event.bytes);
        return options.onOutput(event.bytes);
      case 'received':
        return vitals.noteReceived();
      case 'log':
        return onLog(event.text);
      case 'ended':
        // We disconnect by abandoning, which tells nothing.
        return event.cause.kind === 'disconnected' ? undefined : end(event.cause);
    }
  };

  const stop = () => {
    ended = true;
    vitals.stop();
    forgetWake();
  };

  const end = (cause: Ending) => {
    stop();
    const reason = drop.reasonOf(cause);
    options.onEnded(reason);
    void drop.review(reason).then((reviewed) => {
      if (reviewed !== null && !abandoned) options.onReviewed(reviewed);
    });
  };

  const stalledEnding = (): Ending => ({ kind: 'lost', failure: stalledFailure(contact.lastContactMs()) });

  const giveUp = () => {
    end(stalledEnding());
    transport.close();
  };

  const forgetWake = options.sleep.onWake(() => {
    onLog('This computer slept and woke up.');
    vitals.noteWake();
  });

  const transport: Transport = options.openTransport({
    profile,
    ...options.size,
    onEvent: handle,
    ask: options.ask,
  });

  return {
    write: vitals.type,
    setPaused: (paused) => (paused ? transport.pause() : transport.resume()),
    resize: transport.resize,
    change: (changedProfile, changes) => {
      profile = changedProfile;
      vitals.change(profile, changes);
      if (changes.tcpNoDelay !== undefined || changes.tcpKeepalives !== undefined) transport.setSocketOptions(profile);
    },
    keepalive: vitals.status,
    stalledReason: () => drop.reasonOf(stalledEnding()),
    abandon: () => {
      abandoned = true;
      // Whoever restarts a session that is stalled doesn't wait for its end, which would tell something of the path.
      if (vitals.status().stalled) void drop.review(drop.reasonOf(stalledEnding()));
      stop();
      transport.close();
    },
  };
}
