import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { textLine } from '#contract/session/log-lines.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { RequestedOpening } from '../command-line/command-line.ts';
import { readRequest } from '../command-line/read-request.ts';
import { createCore } from '../core.ts';
import { openSavedSessions } from '../profiles/sessions/saved-sessions.ts';
import { answerOnce } from '../session/prompts/given-password.ts';
import { createSession } from '../session/session.ts';
import type { Session } from '../session/session-parts.ts';
import { createConfiguredSessions } from '../ssh-config/configured-sessions.ts';
import { askOnTerminal } from './ask-on-terminal.ts';
import { failedStatus, statusOfSignal } from './exit-status.ts';
import { createFdOutput } from './fd-output.ts';
import { terminalProfile } from './terminal-profile.ts';
import { createTerminalSession } from './terminal-session.ts';

export interface TerminalRun {
  readonly opening: RequestedOpening;
  /** Where the program keeps the user's data. */
  readonly folder: string;
}

/** Signals that end it; while the session is open, Ctrl+C is a key for the server and none of them. */
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one session with standard input, output and error as its ends, as plink does, and resolves with the exit status.
 * The composition root of the program without a window.
 */
export async function runInTerminal({ opening, folder }: TerminalRun): Promise<number> {
  const { stdin, stdout } = process;
  const say = (line: string) => errors.write(Buffer.from(`holdfast: ${line}\n`));
  const errors = createFdOutput(2, () => undefined);
  const saved = openSavedSessions({ folder });
  const { notice } = saved.list();
  if (notice !== null) say(notice);
  const request = readRequest(opening, process.cwd(), saved.list());
  if (!request.ok) {
    say(request.failure.message);
    await errors.drained();
    return failedStatus;
  }
  const { session: wanted, forwards, password, warning } = request.value;
  if (warning !== null) say(warning);

  const core = createCore({ folder, saved, onNotice: say, passesThrough: true });
  const batch = opening.terminal?.batch === true;
  const isTyped = stdin.isTTY === true;
  const size = () => (stdout.isTTY ? { columns: stdout.columns, rows: stdout.rows } : null);
  const inTerminal = (profile: Profile) =>
    terminalProfile(profile, {
      noPty: opening.changes.noPty ?? null,
      hasCommand: opening.terminal?.command !== '' || opening.commandFile !== null,
      isTyped,
      terminalType: process.env.TERM ?? null,
      size: size(),
    });

  let opened: Session | null = null;
  let end: (status: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const output = createFdOutput(1, (code) => {
    if (code === 'EPIPE') return end(statusOfSignal('PIPE'));
    say(t('The output cannot be written ({code}).', { code }));
    end(failedStatus);
  });
  // Whatever would have to be asked fails; what it was is said.
  const refuseForBatch = async (question: string) => {
    say(t('Not asked, because of -batch: {trim}', { trim: question.trim() }));
    return null;
  };
  const refuseWithoutTerminal = async (question: string) => {
    say(t('Not asked, because there is no terminal: {trim}', { trim: question.trim() }));
    return null;
  };
  const terminal = createTerminalSession({
    input: stdin,
    output,
    errors,
    say,
    ask: batch ? refuseForBatch : askOnTerminal(refuseWithoutTerminal),
    whenLogSettled: core.logs.whenSettled,
    onEnd: end,
  });
  const handleResize = () => {
    const { columns, rows } = size() ?? {};
    if (columns !== undefined && rows !== undefined) opened?.resize(columns, rows);
  };
  const handlers = endSignals.map((signal) => ({ signal, handle: () => end(statusOfSignal(signal)) }));
  for (const { signal, handle } of handlers) process.on(signal, handle);
  stdout.on('resize', handleResize);

  const sessions = createConfiguredSessions(core.sshConfig, {
    get: () => undefined,
    open: (session: typeof wanted) => {
      const made = createSession({
        ...core,
        ...session,
        id: 'terminal' as SessionId,
        profile: inTerminal(session.profile),
        ...(password === null ? {} : { answerFirst: answerOnce(password) }),
        onErrorOutput: terminal.onErrorOutput,
        onChange: terminal.onChange,
        onActivity: () => undefined,
        onLog: (entry) => {
          if (opening.verbose) errors.write(Buffer.from(`${textLine(entry)}\n`));
        },
      });
      opened = made;
      return { snapshot: made.snapshot, configure: (profile, remarks) => made.configure(inTerminal(profile), remarks) };
    },
  });
  await sessions.open(wanted, forwards);
  if (opened !== null) terminal.attach(opened);

  const status = await ended;
  for (const { signal, handle } of handlers) process.off(signal, handle);
  stdout.off('resize', handleResize);
  terminal.dispose();
  (opened as Session | null)?.dispose();
  core.pathStore.flush();
  await core.logs.whenWritten();
  stdin.destroy();
  await Promise.all([errors.drained(), status === statusOfSignal('PIPE') ? null : output.drained()]);
  return status;
}
