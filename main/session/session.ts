import type { SessionActivity, SessionSnapshot } from '#contract/session/session.ts';
import { createConnection } from './connection.ts';
import { createEventLog } from './event-log.ts';
import { createForwards } from './forwards/forwards.ts';
import { createX11Watch } from './forwards/x11-watch.ts';
import { createLifecycle } from './lifecycle.ts';
import { createOutputPump } from './output/output-pump.ts';
import { createSessionOutput } from './output/session-output.ts';
import { createPrompts } from './prompts/prompts.ts';
import { rememberForSession } from './prompts/remembered-answers.ts';
import type { Session, SessionOptions } from './session-parts.ts';
import { createSessionSettings } from './session-settings.ts';
import { openZmodemOf } from './session-zmodem.ts';

export function createSession(options: SessionOptions): Session {
  const { id, clock, wallClock } = options;
  let size = { columns: options.profile.columns, rows: options.profile.rows };
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
    askAboutFile: (path, signal) =>
      prompts.ask({ kind: 'log-exists', file: path }, AbortSignal.any([closing.signal, signal])),
    onLog: log.add,
    onNotice: notice,
  });
  const settings = createSessionSettings(options, (profile, changes) => {
    file.change(profile);
    connection().change(profile, changes);
    forwards.change(profile);
    changed();
  });
  const pump = createOutputPump({ clock, setPaused: (paused) => zmodem.setPumpPaused(paused), size: () => size });
  const output = createSessionOutput({ pump, file, wallClock, onErrorOutput: options.onErrorOutput });
  const zmodem = openZmodemOf(options.openZmodem, {
    profile: settings.profile,
    connection: () => connection(),
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
    keepalive: connection().keepalive(),
    forwards: forwards.status(),
    x11: x11.status(),
  });

  const snapshot = (): SessionSnapshot => ({
    ...activity(),
    ...settings.shown(),
    state: lifecycle.state(),
    through: connection().through(),
    negotiated: connection().negotiated(),
    prompt: prompts.current(),
    zmodem: zmodem.status(),
  });

  const changed = () => {
    if (!closing.signal.aborted) options.onChange(snapshot());
  };

  const lifecycle = createLifecycle({
    clock,
    wallClock,
    network: options.network,
    profile: settings.profile,
    openTransport: options.openTransport,
    isRestored: options.restoredAs !== undefined,
    open: (openTransport, hearing) => {
      file.noteConnection();
      const opened = createConnection({
        ...hearing,
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
        closing: closing.signal,
        onReceived: zmodem.output,
        onOutput: output.output,
        onErrorOutput: output.errorOutput,
        onLog: log.add,
        onActivity: options.onActivity,
        onNegotiated: changed,
        onStalled: changed,
        trace: file.trace,
      });
      if (pump.isPaused()) opened.setPaused(true);
      return opened;
    },
    onState: changed,
    onOpen: output.noteOpen,
    onDown: output.noteDown,
    onGone: zmodem.lose,
    onRefused: answers.forget,
    onLog: log.add,
    onNotice: notice,
  });
  const { connection } = lifecycle;

  return {
    snapshot,
    activity,
    log: log.entries,
    pump,
    write: (bytes, onTaken) => {
      if (zmodem.takesKeys(bytes)) onTaken?.();
      else connection().write(bytes, onTaken);
    },
    endInput: () => connection().endInput(),
    resize: (columns, rows) => {
      size = { columns, rows };
      connection().resize(columns, rows);
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
    restart: lifecycle.restart,
    cancelConnecting: lifecycle.cancelConnecting,
    openFiles: () => connection().openFiles(),
    retryForwards: forwards.retry,
    dispose: () => {
      closing.abort();
      lifecycle.dispose();
      pump.dispose();
      file.close();
    },
  };
}
