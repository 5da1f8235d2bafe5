import type { Profile } from '#contract/profile/profile.ts';
import type { KeepaliveStatus } from '#contract/session/session.ts';
import { createAliveCheck } from '../../keepalive/alive-check.ts';
import { createCheckAnswers } from '../../keepalive/check-answers.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { KnownPath } from '../../keepalive/path-book.ts';
import { createRoundTrips } from '../../keepalive/round-trips.ts';
import { ignoresChecksSentence, stalledSentence } from '../connection-sentences.ts';
import type { Transport } from '../ports/transport.ts';
import type { Contact } from './contact.ts';

type CheckSettings = Pick<Profile, 'aliveCheckSeconds' | 'aliveCheckCount'>;

/** A connection's alive checks: sent, timed, and told of; at a server that is known to answer none, they count for nothing. */
export interface AliveChecks {
  readonly start: () => void;
  readonly noteTyped: () => void;
  readonly noteReceived: () => void;
  readonly noteWake: () => void;
  /** Something else may be known of the path. */
  readonly notePath: () => void;
  readonly change: (settings: CheckSettings) => void;
  readonly status: () => Pick<KeepaliveStatus, 'stalled' | 'checksSent' | 'checksAnswered' | 'roundTripsMs'>;
  readonly stop: () => void;
}

export interface AliveChecksOptions {
  readonly settings: CheckSettings;
  readonly clock: Clock;
  readonly contact: Contact;
  readonly path: KnownPath;
  readonly send: Transport['sendAliveCheck'];
  readonly onLog: (text: string) => void;
  readonly onActivity: () => void;
  readonly onStalled: () => void;
  readonly onUnanswered: () => void;
}

export function createAliveChecks(options: AliveChecksOptions): AliveChecks {
  const { clock, contact, path, onLog, onActivity } = options;
  let { settings } = options;
  let stopped = false;
  let answers = createCheckAnswers(clock);
  const roundTrips = createRoundTrips(clock);
  const counts = () => path.ignoresChecksSince() === null;
  let countsInEffect = counts();

  const configuration = () => ({
    intervalMs: settings.aliveCheckSeconds * 1000,
    maxUnanswered: settings.aliveCheckCount,
    counts: counts(),
  });

  const check = createAliveCheck({
    clock,
    ...configuration(),
    send: () => {
      if (answers.noteSent()) path.noteIgnoresChecks(true);
      const sentAt = clock.now();
      const noteAnswered = roundTrips.begin();
      contact.noteAsked();
      onLog('Alive check sent.');
      options.send(() => {
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

  return {
    start: () => {
      check.start();
      if (!countsInEffect) onLog(ignoresChecksSentence(path.ignoresChecksSince()));
    },
    noteTyped: check.noteTyped,
    noteReceived: () => {
      answers.noteReceived();
      check.noteReceived();
    },
    noteWake: check.noteWake,
    notePath: () => {
      if (counts() === countsInEffect) return;
      countsInEffect = counts();
      // What was seen until now was forgotten, or disproved.
      if (countsInEffect) answers = createCheckAnswers(clock);
      check.configure(configuration());
      onLog(countsInEffect ? 'Unanswered alive checks count again.' : ignoresChecksSentence(path.ignoresChecksSince()));
    },
    change: (changed) => {
      settings = changed;
      check.configure(configuration());
    },
    status: () => {
      const { sent, answered, roundTripsMs } = roundTrips.status();
      return { stalled: check.isStalled() && !stopped, checksSent: sent, checksAnswered: answered, roundTripsMs };
    },
    stop: () => {
      stopped = true;
      check.stop();
    },
  };
}
