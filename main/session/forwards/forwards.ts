import { type Failure, type Result, sentenceOf } from '#contract/failure.ts';
import {
  type Forward,
  type ForwardCounts,
  type ForwardState,
  type ForwardStatus,
  isSameForward,
  listensAtServer,
} from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import type { OpenForward, Transport } from '../ports/transport.ts';
import { nothing, sum } from './forward-counts.ts';
import { forwardWords } from './forward-words.ts';

/**
 * When a forward that failed is tried again, ms. After a reconnect the server may hold the port for the connection that
 * was lost until it has noticed.
 */
const retryDelays = [2000, 5000, 10_000, 30_000, 60_000] as const;

export type ForwardSettings = Pick<
  Profile,
  'forwards' | 'localPortsAcceptAll' | 'remotePortsAcceptAll' | 'replaceSocketFiles'
>;

/** The forwards of a session: those of its profile, over whichever connection it has. */
export interface Forwards {
  readonly status: () => readonly ForwardStatus[];
  /** Logged in: opens them. */
  readonly begin: (openForward: Transport['openForward']) => void;
  /** The connection is gone, and their ports with it; they wait for the next one. */
  readonly end: () => void;
  /** Opens what is new, and closes what is gone. */
  readonly change: (settings: ForwardSettings) => void;
  readonly retry: () => void;
}

export interface ForwardsOptions {
  readonly settings: ForwardSettings;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onLog: (text: string) => void;
  /** A sentence that the user should see at once. */
  readonly onNotice: (text: string) => void;
}

interface Entry {
  readonly forward: Forward;
  readonly acceptsAll: boolean;
  state: ForwardState;
  open: OpenForward | null;
  /** What was counted on connections before. */
  counted: ForwardCounts;
  attempts: number;
  /** On this connection or on one before. */
  hasListened: boolean;
  retrying: Cancel | null;
}

/** A failed attempt to open a forward, among others. */
interface Attempt {
  /** It failed otherwise than the one before. */
  readonly isNew: boolean;
  readonly isLast: boolean;
}

export function createForwards({ settings, clock, onChange, onLog, onNotice }: ForwardsOptions): Forwards {
  let openForward: Transport['openForward'] | null = null;
  let entries: readonly Entry[] = [];
  let replacesSocket = settings.replaceSocketFiles;

  const open = (entry: Entry) => {
    entry.retrying?.();
    entry.retrying = null;
    if (openForward === null) return;
    const { forward, acceptsAll } = entry;
    const opened = openForward({
      forward,
      acceptsAll,
      replacesSocket,
      onSettled: (listening) => {
        if (entry.open === opened) settle(entry, listening);
      },
    });
    entry.open = opened;
    if (entry.state.kind === 'waiting') entry.state = { kind: 'opening' };
  };

  const close = (entry: Entry) => {
    entry.retrying?.();
    entry.retrying = null;
    const { open: opened } = entry;
    entry.open = null;
    opened?.close();
    if (opened !== null) entry.counted = { ...sum(entry.counted, opened.counts()), connections: 0 };
    entry.attempts = 0;
    entry.state = { kind: 'waiting' };
  };

  const settle = (entry: Entry, listening: Result<readonly string[]>) => {
    if (listening.ok) {
      entry.attempts = 0;
      entry.hasListened = true;
      entry.state = { kind: 'listening', addresses: listening.value };
      onLog(`Forwarding ${forwardWords(entry.forward)}, listening on ${listening.value.join(' and ')}.`);
    } else {
      const { failure } = listening;
      const { state } = entry;
      entry.open?.close();
      entry.open = null;
      entry.state = { kind: 'failed', failure };
      // Attempts that fail alike would only fill the log.
      const isNew = state.kind !== 'failed' || state.failure.message !== failure.message;
      tell(entry, failure, { isNew, isLast: !retryLater(entry, failure) });
    }
    onChange();
  };

  /** One that has listened before most often comes back by itself: that it does not is for the log, until it is sure. */
  const tell = ({ forward, hasListened }: Entry, failure: Failure, { isNew, isLast }: Attempt) => {
    const reason = sentenceOf(failure);
    if (isNew) onLog(`Not forwarding ${forwardWords(forward)}: ${reason}`);
    if (hasListened ? isLast : isNew)
      onNotice(t('Not forwarding {forward}: {reason}', { forward: forwardWords(forward, t), reason }));
  };

  const retryLater = (entry: Entry, failure: Failure): boolean => {
    const delay = retryDelays[entry.attempts];
    if (!failure.retryable || delay === undefined) return false;
    entry.attempts += 1;
    entry.retrying = clock.after(delay, () => open(entry));
    return true;
  };

  const entryFor = (forward: Forward, acceptsAll: boolean): Entry => ({
    forward,
    acceptsAll,
    state: { kind: 'waiting' },
    open: null,
    counted: nothing,
    attempts: 0,
    hasListened: false,
    retrying: null,
  });

  const retry = () => {
    for (const entry of entries.filter(({ state }) => state.kind === 'failed')) {
      entry.attempts = 0;
      open(entry);
    }
  };

  const change = (wanted: ForwardSettings) => {
    const mayNowReplace = wanted.replaceSocketFiles && !replacesSocket;
    replacesSocket = wanted.replaceSocketFiles;
    const next = wanted.forwards.map((forward) => {
      const acceptsAll = listensAtServer(forward) ? wanted.remotePortsAcceptAll : wanted.localPortsAcceptAll;
      const known = entries.find((entry) => isSameForward(entry.forward, forward) && entry.acceptsAll === acceptsAll);
      return known ?? entryFor(forward, acceptsAll);
    });
    // First: a new one may want the port of one that goes.
    for (const gone of entries.filter((entry) => !next.includes(entry))) {
      if (gone.state.kind === 'listening') onLog(`No longer forwarding ${forwardWords(gone.forward)}.`);
      close(gone);
    }
    const added = next.filter((entry) => !entries.includes(entry));
    entries = next;
    if (mayNowReplace) retry();
    for (const entry of added) open(entry);
  };
  change(settings);

  return {
    status: () =>
      entries.map(({ forward, state, open: opened, counted }) => ({
        forward,
        state,
        ...(opened === null ? counted : sum(counted, opened.counts())),
      })),
    begin: (opener) => {
      openForward = opener;
      for (const entry of entries) open(entry);
    },
    end: () => {
      openForward = null;
      for (const entry of entries) close(entry);
    },
    change,
    retry,
  };
}
