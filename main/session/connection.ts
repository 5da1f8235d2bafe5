import type { Profile, ProfileChanges } from '#contract/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import type { CloseReason, KeepaliveStatus } from '#contract/session.ts';
import { createAliveCheck } from '../keepalive/alive-check.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import { createNullPacketTimer } from '../keepalive/null-packet-timer.ts';
import { createRoundTrips } from '../keepalive/round-trips.ts';
import type { SleepWatch } from '../keepalive/sleep-watch.ts';
import { keepaliveSentence, stalledFailure, stalledSentence } from './connection-sentences.ts';
import { createContact } from './contact.ts';
import { createDropJudge, type Ending } from './drop-judge.ts';
import type { SessionEvent } from './state.ts';
import type { OpenTransport, ProbeHost, Transport, TransportEvent } from './transport.ts';

/** What arrives is told at most this often: the status bar shows seconds. */
const activityMs = 500;

/** One connection of a session: its transport and the null packets that keep its path open. */
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
  const { clock, onStep, onLog, onActivity } = options;
  let profile = options.profile;
  let telling: Cancel | null = null;
  let ended = false;
  const contact = createContact(clock);
  const roundTrips = createRoundTrips(clock);
  const over = new AbortController();
  const drop = createDropJudge({ ...options, profile: () => profile, contact });

  const timer = createNullPacketTimer({
    clock,
    periodMs: periodOf(profile),
    send: () => {
      contact.noteSent();
      transport.sendNullPacket();
      onLog(`Null packet ${timer.status().sent} sent.`);
      onActivity();
    },
  });

  const aliveCheck = createAliveCheck({
    clock,
    ...aliveSettings(profile),
    send: () => {
      const sentAt = clock.now();
      const answered = roundTrips.begin();
      transport.sendAliveCheck(() => {
        answered();
        onLog(`Alive check answered after ${Math.round(clock.now() - sentAt)} ms.`);
        onActivity();
      });
      onLog('Alive check sent.');
    },
    onStalled: (stalled) => {
      onLog(stalled ? stalledSentence(contact.lastContactMs()) : 'The server answers again.');
      onActivity();
      if (stalled && profile.whenStalled === 'disconnect') giveUp();
    },
  });

  const tellSoon = () => {
    telling ??= clock.after(activityMs, () => {
      telling = null;
      onActivity();
    });
  };

  const handle = (event: TransportEvent) => {
    if (ended) return;
    switch (event.kind) {
      case 'phase':
      case 'authenticating':
      case 'open':
        return onStep(event);
      case 'authenticated':
        timer.start();
        aliveCheck.start();
        return;
      case 'data':
        drop.noteOutput(event.bytes);
        return options.onOutput(event.bytes);
      case 'received':
        contact.noteReceived();
        aliveCheck.noteReceived();
        return tellSoon();
      case 'log':
        return onLog(event.text);
      case 'ended':
        // We disconnect by abandoning, which tells nothing.
        return event.cause.kind === 'disconnected' ? undefined : end(event.cause);
    }
  };

  const stop = () => {
    ended = true;
    timer.stop();
    aliveCheck.stop();
    telling?.();
    forgetWake();
  };

  const end = (cause: Ending) => {
    stop();
    const reason = drop.reasonOf(cause);
    options.onEnded(reason);
    void drop.review(reason, over.signal).then((reviewed) => {
      if (reviewed !== null && !over.signal.aborted) options.onReviewed(reviewed);
    });
  };

  const stalledEnding = (): Ending => ({ kind: 'lost', failure: stalledFailure(contact.lastContactMs()) });

  const giveUp = () => {
    end(stalledEnding());
    transport.close();
  };

  const forgetWake = options.sleep.onWake(() => {
    onLog('This computer slept and woke up.');
    aliveCheck.noteWake();
  });

  const transport: Transport = options.openTransport({
    profile,
    ...options.size,
    onEvent: handle,
    ask: options.ask,
  });

  return {
    write: (bytes) => {
      contact.noteTyped();
      timer.noteSent();
      aliveCheck.noteTyped();
      transport.write(bytes);
      tellSoon();
    },
    setPaused: (paused) => (paused ? transport.pause() : transport.resume()),
    resize: transport.resize,
    change: (changedProfile, changes) => {
      profile = changedProfile;
      if (changes.tcpNoDelay !== undefined || changes.tcpKeepalives !== undefined) transport.setSocketOptions(profile);
      if (changes.aliveCheckSeconds !== undefined || changes.aliveCheckCount !== undefined) {
        aliveCheck.configure(aliveSettings(profile));
      }
      if (changes.keepaliveSeconds === undefined && changes.chokesOnIgnore === undefined) return;
      timer.setPeriod(periodOf(profile));
      onLog(keepaliveSentence(profile));
    },
    keepalive: () => ({
      intervalSeconds: profile.keepaliveSeconds,
      suppressed: profile.chokesOnIgnore,
      nullPacketsSent: timer.status().sent,
      nextInMs: timer.status().nextInMs,
      lastContactMs: contact.lastContactMs(),
      stalled: aliveCheck.isStalled() && !ended,
      checksSent: roundTrips.status().sent,
      checksAnswered: roundTrips.status().answered,
      roundTripsMs: roundTrips.status().roundTripsMs,
      unconfirmedKeys: contact.unconfirmedKeys(),
    }),
    stalledReason: () => drop.reasonOf(stalledEnding()),
    abandon: () => {
      over.abort();
      stop();
      transport.close();
    },
  };
}

const periodOf = (profile: Profile) => (profile.chokesOnIgnore ? 0 : profile.keepaliveSeconds * 1000);

const aliveSettings = (profile: Profile) => ({
  intervalMs: profile.aliveCheckSeconds * 1000,
  maxUnanswered: profile.aliveCheckCount,
});
