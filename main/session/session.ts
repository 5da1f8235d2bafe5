import type { CloseReason, SessionActivity, SessionSnapshot, SessionState } from '#contract/session.ts';
import { type Connection, createConnection } from './connection.ts';
import { endSentence } from './connection-sentences.ts';
import { createEndings } from './endings.ts';
import { createEventLog } from './event-log.ts';
import { createForwards } from './forwards/forwards.ts';
import { createX11Watch } from './forwards/x11-watch.ts';
import { noTransport } from './no-transport.ts';
import { createOutputPump } from './output/output-pump.ts';
import { createSessionOutput } from './output/session-output.ts';
import { createPrompts } from './prompts/prompts.ts';
import { rememberForSession } from './prompts/remembered-answers.ts';
import { createReconnection } from './reconnect/reconnection.ts';
import type { Session, SessionOptions } from './session-parts.ts';
import { createSessionSettings } from './session-settings.ts';
import { openZmodemOf } from './session-zmodem.ts';
import { initialState, type SessionEvent, transition } from './state.ts';

export function createSession(options: SessionOptions): Session {
  const { id, clock, wallClock } = options;
  let state: SessionState = initialState;
  let size = { columns: options.profile.columns, rows: options.profile.rows };
  let connection: Connection;
  const closing = new AbortController();

  const log = createEventLog(wallClock, (entry) => {
    options.onLog(entry);
    file.event(entry);
  });
  const prompts = createPrompts(() => changed());
  const answers = rememberForSession(
    async (prompt, signal) => options.answerFirst?.(prompt) ?? prompts.ask(prompt, signal),
  );
  const notice = (text: string) => options.onNotice(`${settings.shown().name}: ${text}`);
  const file = options.openLog({
    profile: options.profile,
    askAboutFile: (path) => prompts.ask({ kind: 'log-exists', file: path }, closing.signal),
    onLog: log.add,
    onNotice: notice,
  });
  const settings = createSessionSettings(options, (profile, changes) => {
    file.change(profile);
    connection.change(profile, changes);
    forwards.change(profile);
    changed();
  });
  const endings = createEndings({ wallClock, profile: settings.profile, onLog: log.add, onNotice: notice });
  const reconnection = createReconnection({
    clock,
    wallClock,
    network: options.network,
    isWanted: (wasStalled) => {
      const { whenLost, whenStalled } = settings.profile();
      return whenLost === 'reconnect' || (wasStalled && whenStalled === 'reconnect');
    },
    onDue: () => reconnect(),
    onLog: log.add,
  });
  const pump = createOutputPump({ clock, setPaused: (paused) => zmodem.setPumpPaused(paused), size: () => size });
  const output = createSessionOutput({ pump, file, wallClock, onErrorOutput: options.onErrorOutput });
  const zmodem = openZmodemOf(options.openZmodem, {
    profile: settings.profile,
    connection: () => connection,
    onMark: (mark) => output.output(mark, mark),
    onChange: () => changed(),
    onLog: log.add,
    onNotice: notice,
  });

  const forwards = createForwards({
    settings: options.profile,
    clock,
    onChange: () => changed(),
    onLog: log.add,
    onNotice: notice,
  });

  const x11 = createX11Watch(settings.profile);

  const activity = (): SessionActivity => ({
    id,
    keepalive: connection.keepalive(),
    forwards: forwards.status(),
    x11: x11.status(),
  });

  const snapshot = (): SessionSnapshot => ({
    ...activity(),
    ...settings.shown(),
    state,
    through: connection.through(),
    negotiated: connection.negotiated(),
    prompt: prompts.current(),
    zmodem: zmodem.status(),
  });

  const changed = () => {
    if (!closing.signal.aborted) options.onChange(snapshot());
  };

  const step = (event: SessionEvent) => {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    changed();
  };

  const reconnect = () => {
    reconnection.cancel();
    connection.abandon();
    zmodem.lose();
    connection = connect();
    connection.setPaused(pump.isPaused());
    step({ kind: 'connect' });
  };

  const noteEnd = (reason: CloseReason) => {
    const end = endings.note(reason);
    if (reason.kind !== 'refused') output.noteDown(end.at);
    return end;
  };

  const handleReviewed = (reason: CloseReason, reviewed: CloseReason) => {
    if (!endings.review(reason, reviewed)) return;
    step({ kind: 'reviewed', reason: reviewed });
    tellRemedy();
  };

  const tellRemedy = () => {
    if (state.kind === 'open') endings.tellRemedy();
  };

  const handleOpen = () => {
    reconnection.noteOpen();
    output.noteOpen();
  };

  const connect = (openTransport = options.openTransport): Connection => {
    file.noteConnection();
    return createConnection({
      profile: settings.profile(),
      size,
      clock,
      openTransport,
      findCharacterSet: options.findCharacterSet,
      probeHost: options.probeHost,
      sleep: options.sleep,
      paths: options.paths,
      forwards,
      x11,
      ask: answers.forConnection(),
      onStep: (event) => {
        if (event.kind === 'open') handleOpen();
        step(event);
        tellRemedy();
      },
      onEnded: (reason, wasStalled) => {
        zmodem.lose();
        log.add(endSentence(reason));
        // What did not get in, a mistyped user name for one, is asked for anew.
        if (reason.kind === 'refused' && !reason.failure.retryable) answers.forget();
        const retry = reconnection.afterEnd(reason, wasStalled);
        // An attempt that fails, and is followed by another, is no end: why the session was lost is still what matters.
        const lost = retry !== null && retry.failed !== null ? endings.last() : null;
        step({ kind: 'ended', ...(lost ?? noteEnd(reason)), retry });
      },
      onReviewed: handleReviewed,
      closing: closing.signal,
      onReceived: zmodem.output,
      onOutput: output.output,
      onErrorOutput: output.errorOutput,
      onLog: log.add,
      onActivity: options.onActivity,
      onStalled: changed,
      trace: file.trace,
    });
  };

  if (options.restoredAs === undefined) connection = connect();
  else {
    connection = connect(noTransport);
    state = { kind: 'closed', ...endings.note({ kind: 'restored' }) };
  }

  return {
    snapshot,
    activity,
    log: log.entries,
    pump,
    write: (bytes, onTaken) => {
      if (zmodem.takesKeys(bytes)) onTaken?.();
      else connection.write(bytes, onTaken);
    },
    endInput: () => connection.endInput(),
    resize: (columns, rows) => {
      size = { columns, rows };
      connection.resize(columns, rows);
    },
    change: settings.change,
    configure: (profile, remarks) => {
      remarks.forEach(log.add);
      settings.take(profile);
    },
    rename: (name) => {
      settings.rename(name);
      changed();
    },
    answer: prompts.answer,
    zmodem,
    restart: () => {
      const isDown = state.kind === 'closed' || state.kind === 'reconnecting';
      if (!isDown) {
        if (!connection.keepalive().stalled) return;
        noteEnd(connection.endStalled());
      }
      if (state.kind === 'closed') endings.dropRemedy();
      // Who does not want to wait does not want to give up: the attempts go on if this one fails.
      if (state.kind === 'reconnecting') reconnection.hurry();
      else reconnection.reset();
      reconnect();
    },
    openFiles: () => connection.openFiles(),
    retryForwards: forwards.retry,
    cancelConnecting: () => {
      const lastEnd = endings.last();
      if (lastEnd === null) return 'never-open';
      reconnection.cancel();
      reconnection.reset();
      if (state.kind !== 'open') connection.abandon();
      step({ kind: 'stopped', ...lastEnd });
      return 'stopped';
    },
    dispose: () => {
      closing.abort();
      reconnection.cancel();
      connection.abandon();
      zmodem.lose();
      pump.dispose();
      file.close();
    },
  };
}
