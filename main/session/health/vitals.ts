import type { Profile, ProfileChanges } from '#contract/profile.ts';
import type { KeepaliveStatus } from '#contract/session.ts';
import { typedKeys } from '#contract/typed-keys.ts';
import { createAliveCheck } from '../../keepalive/alive-check.ts';
import { createCheckAnswers } from '../../keepalive/check-answers.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { createNullPacketTimer } from '../../keepalive/null-packet-timer.ts';
import type { KnownPath } from '../../keepalive/path-book.ts';
import { createRoundTrips } from '../../keepalive/round-trips.ts';
import { ignoresChecksSentence, keepaliveSentence, stalledSentence } from '../connection-sentences.ts';
import type { Transport } from '../ports/transport.ts';
import type { Contact } from './contact.ts';
import { chosenSeconds } from './keepalive-choice.ts';

/** What keeps a connection open and watches over it: null packets, alive checks, the anti-idle string. */
export interface Vitals {
  /** Logged in: null packets and alive checks from here on. */
  readonly noteAuthenticated: () => void;
  /** The shell runs: keys may be typed into it. */
  readonly noteOpen: () => void;
  readonly noteReceived: () => void;
  /** The user typed. */
  readonly type: (bytes: Uint8Array, onTaken?: () => void) => void;
  readonly noteWake: () => void;
  /** The settings changed: `changes` are those that differ. */
  readonly change: (profile: Profile, changes: ProfileChanges) => void;
  readonly status: () => KeepaliveStatus;
  readonly stop: () => void;
}

export interface VitalsOptions {
  readonly profile: Profile;
  readonly clock: Clock;
  readonly contact: Contact;
  readonly path: KnownPath;
  readonly transport: () => Pick<Transport, 'write' | 'sendNullPacket' | 'sendAliveCheck'>;
  readonly onLog: (text: string) => void;
  /** The status changed, by traffic. Called for every chunk of a flood. */
  readonly onActivity: () => void;
  /** It stalls, or lives again. */
  readonly onStalled: () => void;
  /** The alive checks stayed unanswered, as many as the profile says. */
  readonly onUnanswered: () => void;
}

export function createVitals(options: VitalsOptions): Vitals {
  const { clock, contact, path, transport, onLog, onActivity } = options;
  let profile = options.profile;
  let stopped = false;
  const roundTrips = createRoundTrips(clock);

  const intervalSeconds = () => chosenSeconds(profile, path.knowledge());
  const periodMs = () => (profile.chokesOnIgnore ? 0 : intervalSeconds() * 1000);
  let periodInEffectMs = periodMs();

  const nullPackets = createNullPacketTimer({
    clock,
    periodMs: periodInEffectMs,
    send: () => {
      contact.noteSent();
      transport().sendNullPacket();
      onLog(`Null packet ${nullPackets.status().sent} sent.`);
      onActivity();
    },
  });

  let answers = createCheckAnswers(clock);
  const counts = () => path.ignoresChecksSince() === null;
  let countsInEffect = counts();

  const aliveSettings = () => ({
    intervalMs: profile.aliveCheckSeconds * 1000,
    maxUnanswered: profile.aliveCheckCount,
    counts: counts(),
  });

  const aliveCheck = createAliveCheck({
    clock,
    ...aliveSettings(),
    send: () => {
      if (answers.noteSent()) path.noteIgnoresChecks(true);
      const sentAt = clock.now();
      const noteAnswered = roundTrips.begin();
      contact.noteAsked();
      onLog('Alive check sent.');
      transport().sendAliveCheck(() => {
        noteAnswered();
        answers.noteAnswered();
        path.noteIgnoresChecks(false);
        onLog(`Alive check answered after ${Math.round(clock.now() - sentAt)} ms.`);
        onActivity();
      });
      onActivity();
    },
    onStalled: (stalled) => {
      onLog(stalled ? stalledSentence(contact.lastContactMs()) : 'The server answers again.');
      options.onStalled();
    },
    onUnanswered: options.onUnanswered,
  });

  const antiIdle = createNullPacketTimer({
    clock,
    periodMs: profile.antiIdleSeconds * 1000,
    send: () => {
      onLog('The anti-idle string was typed.');
      type(new TextEncoder().encode(typedKeys(profile.antiIdleText)));
    },
  });

  /** After a change of the settings, or of what is known of the path. */
  const applyPeriod = () => {
    if (periodMs() === periodInEffectMs) return;
    periodInEffectMs = periodMs();
    nullPackets.setPeriod(periodInEffectMs);
    onLog(keepaliveSentence(profile, intervalSeconds()));
    onActivity();
  };

  const applyCounts = () => {
    if (counts() === countsInEffect) return;
    countsInEffect = counts();
    // What was seen until now was forgotten, or disproved.
    if (countsInEffect) answers = createCheckAnswers(clock);
    aliveCheck.configure(aliveSettings());
    onLog(countsInEffect ? 'Unanswered alive checks count again.' : ignoresChecksSentence(path.ignoresChecksSince()));
  };

  const forgetPath = path.onChange(() => {
    applyPeriod();
    applyCounts();
  });

  const type = (bytes: Uint8Array, onTaken?: () => void) => {
    contact.noteTyped();
    nullPackets.noteSent();
    aliveCheck.noteTyped();
    transport().write(bytes, onTaken);
    onActivity();
  };

  return {
    noteAuthenticated: () => {
      nullPackets.start();
      aliveCheck.start();
      if (!countsInEffect) onLog(ignoresChecksSentence(path.ignoresChecksSince()));
    },
    noteOpen: antiIdle.start,
    noteReceived: () => {
      if (contact.unansweredMs() !== null) path.noteSurvived(contact.idleMs());
      contact.noteReceived();
      answers.noteReceived();
      aliveCheck.noteReceived();
      onActivity();
    },
    type: (bytes, onTaken) => {
      antiIdle.noteSent();
      type(bytes, onTaken);
    },
    noteWake: aliveCheck.noteWake,
    change: (changed, changes) => {
      profile = changed;
      if (changes.antiIdleSeconds !== undefined) antiIdle.setPeriod(profile.antiIdleSeconds * 1000);
      if (changes.aliveCheckSeconds !== undefined || changes.aliveCheckCount !== undefined) {
        aliveCheck.configure(aliveSettings());
      }
      applyPeriod();
    },
    status: () => ({
      intervalSeconds: intervalSeconds(),
      suppressed: profile.chokesOnIgnore,
      nullPacketsSent: nullPackets.status().sent,
      nextInMs: nullPackets.status().nextInMs,
      lastContactMs: contact.lastContactMs(),
      stalled: aliveCheck.isStalled() && !stopped,
      checksSent: roundTrips.status().sent,
      checksAnswered: roundTrips.status().answered,
      roundTripsMs: roundTrips.status().roundTripsMs,
      unconfirmedKeys: contact.unconfirmedKeys(),
      unconfirmedForMs: contact.unconfirmedForMs(),
    }),
    stop: () => {
      stopped = true;
      nullPackets.stop();
      aliveCheck.stop();
      antiIdle.stop();
      forgetPath();
    },
  };
}
