import { t } from '#contract/language/language.ts';
import type { CloseReason, SessionSnapshot } from '#contract/session/session.ts';
import type { Remedy } from '#contract/session/verdict.ts';

/** Tells the user of a session in a terminal what a window would show of it. */
export interface Reporter {
  readonly note: (snapshot: SessionSnapshot) => void;
  /** Why it is over. */
  readonly conclude: (reason: CloseReason) => void;
}

/** `say` writes one line to standard error. */
export function createReporter(say: (line: string) => void): Reporter {
  let wasStalled = false;
  let told: readonly string[] = [];

  return {
    note: ({ state, keepalive }) => {
      if (keepalive.stalled !== wasStalled && state.kind === 'open') {
        const silent = Math.round((keepalive.lastContactMs ?? 0) / 1000);
        say(
          keepalive.stalled
            ? t('The server has sent nothing for {silent} s: stalled.', { silent })
            : t('The server answers again.'),
        );
        wasStalled = keepalive.stalled;
      }
      for (const line of stateLines(state)) {
        if (!told.includes(line)) say(line);
        told = [...told, line];
      }
      if (state.kind === 'open') told = [];
    },
    conclude: (reason) => {
      for (const line of endLines(reason)) say(line);
    },
  };
}

function stateLines(state: SessionSnapshot['state']): readonly string[] {
  if (state.kind !== 'reconnecting' && state.kind !== 'closed') return [];
  const lost = state.reason.kind === 'lost' ? [state.reason.failure.message] : [];
  if (state.kind === 'closed') return lost;
  const message = state.failed === null ? lost : [state.failed.message];
  const when = state.retryAt === null ? t('once this computer has a network') : t('in a moment');
  return [
    ...message,
    t('Attempt {attempt} to connect again follows {when}; Ctrl+C gives up.', { attempt: state.attempt, when }),
  ];
}

/** A program that ended by itself needs no word: its status tells. */
function endLines(reason: CloseReason): readonly string[] {
  switch (reason.kind) {
    case 'exited':
      if (reason.verdict !== null) return [reason.verdict.sentence];
      return reason.signal === null
        ? []
        : [t('The remote program was ended by signal {signal}.', { signal: reason.signal })];
    case 'restored':
      return [];
    case 'refused':
      return [reason.failure.message, ...(reason.failure.hint === undefined ? [] : [reason.failure.hint])];
    case 'lost': {
      const { sentence, evidence, remedy } = reason.verdict;
      return [sentence, ...evidence.map((line) => `  ${line}`), ...remedyLines(remedy)];
    }
  }
}

function remedyLines(remedy: Remedy): readonly string[] {
  switch (remedy.kind) {
    case 'none':
      return [];
    case 'reconnect':
      return [t('Remedy: connect again.')];
    case 'set-keepalive':
      return [
        t('Remedy: connect again with -keepalive {seconds}, or set that time in the saved session.', {
          seconds: remedy.seconds,
        }),
      ];
  }
}
