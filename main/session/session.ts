import { type Profile, profileDifference } from '#contract/profile.ts';
import type { CloseReason, SessionSnapshot, SessionState } from '#contract/session.ts';
import { type Connection, createConnection } from './connection.ts';
import { endSentence } from './connection-sentences.ts';
import { createEventLog } from './event-log.ts';
import { createForwards } from './forwards.ts';
import { type NextAttempt, waitForAttempt } from './next-attempt.ts';
import { noTransport } from './no-transport.ts';
import { createOutputPump } from './output-pump.ts';
import { createPrompts } from './prompts.ts';
import { reconnectMark } from './reconnect-mark.ts';
import { rememberProxyPasswords } from './remembered-answers.ts';
import { createRetryPolicy, type Retry } from './retry-policy.ts';
import type { Session, SessionOptions } from './session-parts.ts';
import { initialState, type SessionEvent, transition } from './state.ts';
import { tabName } from './tab-name.ts';
import { terminalReset } from './terminal-reset.ts';

export function createSession(options: SessionOptions): Session {
  const { id, savedAs, clock, wallClock } = options;
  let profile = options.profile;
  let givenName = options.restoredAs ?? '';
  let state: SessionState = initialState;
  let config = options.config;
  let size = { columns: profile.columns, rows: profile.rows };
  let connection: Connection;
  let waiting: NextAttempt | null = null;
  /** Why and when the last connection ended, one of the last run too; null while the first one lasts. */
  let lastEnd: { readonly reason: CloseReason; readonly at: number } | null = null;
  /** Since when there is no shell where there was one; wall clock, ms. */
  let downSince: number | null = null;
  const closing = new AbortController();

  const log = createEventLog(wallClock, options.onLog);
  const prompts = createPrompts(() => changed());
  const answers = rememberProxyPasswords(
    async (prompt, signal) => options.answerFirst?.(prompt) ?? prompts.ask(prompt, signal),
  );
  const retries = createRetryPolicy({
    clock,
    isWanted: (wasStalled) => profile.whenLost === 'reconnect' || (wasStalled && profile.whenStalled === 'reconnect'),
  });
  const pump = createOutputPump({ clock, setPaused: (paused) => connection.setPaused(paused), size: () => size });

  const named = () => {
    const from = { savedAs, profile, ...(config === undefined ? {} : { config }) };
    return { ...from, name: tabName(givenName, from) };
  };

  const forwards = createForwards({
    settings: profile,
    clock,
    onChange: () => changed(),
    onLog: log.add,
    onNotice: (text) => options.onNotice(`${named().name}: ${text}`),
  });

  const snapshot = (): SessionSnapshot => ({
    id,
    ...named(),
    state,
    keepalive: connection.keepalive(),
    through: connection.through(),
    negotiated: connection.negotiated(),
    forwards: forwards.status(),
    prompt: prompts.current(),
  });

  const take = (next: Profile) => {
    const changes = profileDifference(profile, next);
    profile = next;
    if (Object.keys(changes).length === 0) return;
    connection.change(profile, changes);
    forwards.change(profile);
    changed();
  };

  const changed = () => {
    if (!closing.signal.aborted) options.onChange(snapshot());
  };

  const step = (event: SessionEvent) => {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    changed();
  };

  const scheduled = ({ attempt, delayMs }: Retry, reason: CloseReason) => {
    waiting = waitForAttempt({
      clock,
      network: options.network,
      delayMs,
      reason,
      onDue: (why) => {
        if (why === 'network') handleNetwork();
        reconnect();
      },
    });
    const when = waiting.awaitsNetwork ? 'once this computer has a network' : `in ${delayMs / 1000} s`;
    log.add(`Attempt ${attempt} to connect again follows ${when}.`);
    return { attempt, retryAt: waiting.awaitsNetwork ? null : wallClock() + delayMs };
  };

  const handleNetwork = () => {
    log.add('This computer has a network again, or another one.');
    retries.hurry();
  };

  const reconnect = () => {
    waiting?.cancel();
    connection.abandon();
    connection = connect();
    connection.setPaused(pump.isPaused());
    step({ kind: 'connect' });
  };

  const noteEnd = (reason: CloseReason) => {
    const end = { reason, at: wallClock() };
    if (reason.kind !== 'refused') downSince = end.at;
    lastEnd = end;
    return end;
  };

  const handleReviewed = (reason: CloseReason, reviewed: CloseReason) => {
    const isLast = lastEnd?.reason === reason;
    if (endSentence(reason) !== endSentence(reviewed)) {
      log.add(isLast ? endSentence(reviewed) : `Of an earlier connection: ${endSentence(reviewed)}`);
    }
    if (lastEnd === null || !isLast) return;
    lastEnd = { ...lastEnd, reason: reviewed };
    step({ kind: 'reviewed', reason: reviewed });
  };

  const handleErrorOutput = (bytes: Uint8Array) => {
    if (options.onErrorOutput === undefined) return pump.push(bytes);
    pump.owe(bytes.length);
    options.onErrorOutput(bytes);
  };

  const handleOpen = () => {
    retries.noteOpen();
    if (downSince === null) return;
    pump.push(terminalReset);
    pump.push(reconnectMark(wallClock(), wallClock() - downSince));
    downSince = null;
  };

  const connect = (openTransport = options.openTransport): Connection =>
    createConnection({
      profile,
      size,
      clock,
      openTransport,
      probeHost: options.probeHost,
      sleep: options.sleep,
      paths: options.paths,
      forwards,
      ask: answers.forConnection(),
      onStep: (event) => {
        if (event.kind === 'open') handleOpen();
        step(event);
      },
      onEnded: (reason, wasStalled) => {
        log.add(endSentence(reason));
        const retry = retries.afterEnd(reason, wasStalled);
        step({ kind: 'ended', ...noteEnd(reason), retry: retry === null ? null : scheduled(retry, reason) });
      },
      onReviewed: handleReviewed,
      closing: closing.signal,
      onOutput: pump.push,
      onErrorOutput: handleErrorOutput,
      onLog: log.add,
      onActivity: changed,
    });

  if (options.restoredAs === undefined) connection = connect();
  else {
    connection = connect(noTransport);
    lastEnd = { reason: { kind: 'restored' }, at: wallClock() };
    state = { kind: 'closed', ...lastEnd };
  }

  return {
    snapshot,
    log: log.entries,
    pump,
    write: (bytes, onTaken) => connection.write(bytes, onTaken),
    endInput: () => connection.endInput(),
    resize: (columns, rows) => {
      size = { columns, rows };
      connection.resize(columns, rows);
    },
    change: (changes) => {
      if (config !== undefined) config = { ...config, own: { ...config.own, ...changes } };
      take({ ...profile, ...changes });
    },
    configure: (next, remarks) => {
      remarks.forEach(log.add);
      take(next);
    },
    rename: (name) => {
      givenName = name;
      changed();
    },
    answer: prompts.answer,
    restart: () => {
      const isDown = state.kind === 'closed' || state.kind === 'reconnecting';
      if (!isDown) {
        if (!connection.keepalive().stalled) return;
        noteEnd(connection.endStalled());
      }
      // Who does not want to wait does not want to give up: the attempts go on if this one fails.
      if (state.kind === 'reconnecting') retries.hurry();
      else retries.reset();
      reconnect();
    },
    retryForwards: forwards.retry,
    cancelConnecting: () => {
      if (lastEnd === null) return 'never-open';
      waiting?.cancel();
      retries.reset();
      if (state.kind !== 'open') connection.abandon();
      step({ kind: 'stopped', ...lastEnd });
      return 'stopped';
    },
    dispose: () => {
      closing.abort();
      waiting?.cancel();
      connection.abandon();
      pump.dispose();
    },
  };
}
