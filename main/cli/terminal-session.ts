import type { CloseReason, SessionSnapshot } from '#contract/session/session.ts';
import type { Session } from '../session/session-parts.ts';
import { answerOf } from './answers.ts';
import type { AskLine } from './ask-on-terminal.ts';
import { type Escape, escapeHelp } from './escape-keys.ts';
import { exitStatusOf, failedStatus } from './exit-status.ts';
import type { FdOutput } from './fd-output.ts';
import { createReporter } from './reporter.ts';
import { createSessionInput } from './session-input.ts';

/** Joins a session to a terminal: its prompts, its bytes, its end. */
export interface TerminalSession {
  /** For the session that is being made. */
  readonly onChange: (snapshot: SessionSnapshot) => void;
  readonly onErrorOutput: (bytes: Uint8Array) => void;
  /** The session is there. */
  readonly attach: (session: Session) => void;
  /** Lets go of the terminal. */
  readonly dispose: () => void;
}

export interface TerminalSessionOptions {
  readonly input: NodeJS.ReadStream;
  readonly output: FdOutput;
  readonly errors: FdOutput;
  /** One line on standard error. */
  readonly say: (line: string) => void;
  readonly ask: AskLine;
  /** Resolves once no log waits for its user's answer. */
  readonly whenLogSettled: () => Promise<void>;
  /** It is over; exit status. */
  readonly onEnd: (status: number) => void;
}

export function createTerminalSession(options: TerminalSessionOptions): TerminalSession {
  const { output, errors, say } = options;
  const reporter = createReporter(say);
  const asking = new AbortController();
  let session: Session | null = null;
  let askedId: string | null = null;
  /** What was known when it was lost. */
  let firstReason: CloseReason | null = null;
  let isReviewed = false;
  let isEnding = false;

  const handleEscape = (meant: Escape) => {
    if (meant === 'help') say(escapeHelp());
    else if (meant === 'restart') session?.restart();
    else options.onEnd(failedStatus);
  };
  const input = createSessionInput({
    input: options.input,
    session: () => session ?? { write: () => undefined, endInput: () => undefined },
    onEscape: handleEscape,
  });

  const answer = async ({ promptId, prompt }: NonNullable<SessionSnapshot['prompt']>) => {
    input.stop();
    const given = await answerOf(prompt, (question, echo) => options.ask(question, echo, asking.signal));
    session?.answer(promptId, given);
  };

  /** Once all that the program printed is written, which may be after its end; a log may wait for an answer. */
  const endWhenDrained = ({ state, prompt }: SessionSnapshot) => {
    if (prompt !== null || state.kind !== 'closed' || session?.pump.isDrained() !== true) return;
    // Whether a lost connection's host is still there is looked into: what is said then is surer.
    if (state.reason.kind === 'lost' && !isReviewed) return;
    if (isEnding) return;
    isEnding = true;
    const { reason } = state;
    input.stop();
    // What became of a log's file may be looked up still: its question comes then.
    void options.whenLogSettled().then(() => {
      reporter.conclude(reason);
      options.onEnd(exitStatusOf(reason));
    });
  };

  const handleChange = (snapshot: SessionSnapshot) => {
    const { state, prompt, profile } = snapshot;
    reporter.note(snapshot);
    if (prompt !== null && prompt.promptId !== askedId) {
      askedId = prompt.promptId;
      void answer(prompt);
    }
    // What a program printed last is to meet the terminal as the rest did: it is given back once that is written.
    const isPrinting = state.kind === 'closed' && state.reason.kind === 'exited';
    if (state.kind === 'open' && prompt === null && !profile.noShell) input.start();
    else if (!isPrinting) input.stop();
    endWhenDrained(snapshot);
  };

  const handleWritten = (bytes: number) => {
    session?.pump.credit(bytes);
    if (session !== null) endWhenDrained(session.snapshot());
  };

  return {
    onChange: (snapshot) => {
      if (asking.signal.aborted) return;
      const { state } = snapshot;
      if (state.kind === 'closed' && state.reason.kind === 'lost') {
        firstReason ??= state.reason;
        isReviewed = state.reason !== firstReason;
      }
      handleChange(snapshot);
    },
    onErrorOutput: (bytes) => errors.write(bytes, () => handleWritten(bytes.length)),
    attach: (made) => {
      session = made;
      made.pump.attach((message) => {
        if (message instanceof Uint8Array) output.write(message, () => handleWritten(message.length));
      });
      handleChange(made.snapshot());
    },
    dispose: () => {
      asking.abort();
      input.stop();
    },
  };
}
