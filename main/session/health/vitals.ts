import { typedKeys } from '#contract/keys/typed-keys.ts';
import type { Profile, ProfileChanges } from '#contract/profile/profile.ts';
import type { KeepaliveStatus } from '#contract/session/session.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { createNullPacketTimer } from '../../keepalive/null-packet-timer.ts';
import type { KnownPath } from '../../keepalive/path-book.ts';
import { keepaliveSentence } from '../connection-sentences.ts';
import type { Transport } from '../ports/transport.ts';
import { createAliveChecks } from './alive-checks.ts';
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

  const aliveChecks = createAliveChecks({
    settings: profile,
    clock,
    contact,
    path,
    send: (onAnswered) => transport().sendAliveCheck(onAnswered),
    onLog,
    onActivity,
    onStalled: options.onStalled,
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

  const forgetPath = path.onChange(() => {
    applyPeriod();
    aliveChecks.notePath();
  });

  const type = (bytes: Uint8Array, onTaken?: () => void) => {
    contact.noteTyped();
    nullPackets.noteSent();
    aliveChecks.noteTyped();
    transport().write(bytes, onTaken);
    onActivity();
  };

  return {
    noteAuthenticated: () => {
      nullPackets.start();
      aliveChecks.start();
    },
    noteOpen: antiIdle.start,
    noteReceived: () => {
      if (contact.unansweredMs() !== null) path.noteSurvived(contact.idleMs());
      contact.noteReceived();
      aliveChecks.noteReceived();
      onActivity();
    },
    type: (bytes, onTaken) => {
      antiIdle.noteSent();
      type(bytes, onTaken);
    },
    noteWake: aliveChecks.noteWake,
    change: (changed, changes) => {
      profile = changed;
      if (changes.antiIdleSeconds !== undefined) antiIdle.setPeriod(profile.antiIdleSeconds * 1000);
      if (changes.aliveCheckSeconds !== undefined || changes.aliveCheckCount !== undefined) aliveChecks.change(profile);
      applyPeriod();
    },
    status: () => ({
      intervalSeconds: intervalSeconds(),
      suppressed: profile.chokesOnIgnore,
      nullPacketsSent: nullPackets.status().sent,
      nextInMs: nullPackets.status().nextInMs,
      lastContactMs: contact.lastContactMs(),
      ...aliveChecks.status(),
      unconfirmedKeys: contact.unconfirmedKeys(),
      unconfirmedForMs: contact.unconfirmedForMs(),
    }),
    stop: () => {
      nullPackets.stop();
      aliveChecks.stop();
      antiIdle.stop();
      forgetPath();
    },
  };
}
