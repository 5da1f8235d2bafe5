import { type Failure, sentenceOf } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { logTime } from '#contract/session/log-lines.ts';
import type { CloseReason } from '#contract/session/session.ts';

const seconds = (ms: number | null) => `${Math.round((ms ?? 0) / 1000)} s`;

/** For the Event Log. */
export const stalledSentence = (silentMs: number | null) =>
  `The server has sent nothing for ${seconds(silentMs)}: stalled.`;

/** For the Event Log: since when this server is known to answer no alive check; wall clock, ms. */
export const ignoresChecksSentence = (since: number | null) =>
  `This server sends, but is known to answer no alive check (since ${logTime(since ?? 0)}): unanswered ones don't count.`;

/** Why a session ended that was disconnected because it stalled. */
export const stalledFailure = (silentMs: number | null): Failure => ({
  code: 'connection-timeout',
  message: t('The server had sent nothing for {seconds} s and answered no alive check.', {
    seconds: Math.round((silentMs ?? 0) / 1000),
  }),
  retryable: true,
  hint: t(
    'If the session had been idle, a router on the way has probably forgotten it: set a shorter time between keepalives.',
  ),
});

/** For the Event Log, after a change. */
export function keepaliveSentence({ chokesOnIgnore, keepaliveChooseForMe }: Profile, keepaliveSeconds: number): string {
  if (chokesOnIgnore) return 'Keepalives are off: the server is said to choke on ignore messages.';
  if (keepaliveSeconds === 0) return 'Keepalives are off.';
  const choice = keepaliveChooseForMe ? ' (Choose for me)' : '';
  return `Null packets are sent after ${keepaliveSeconds} s without typing${choice}.`;
}

/** For the Event Log: why a connection ended. */
export function endSentence(reason: CloseReason): string {
  switch (reason.kind) {
    case 'exited':
      if (reason.signal !== null) return `The session was ended by signal ${reason.signal}.`;
      return reason.code === null ? 'The session ended.' : `The session ended with exit status ${reason.code}.`;
    case 'restored':
      return 'The session was open when the program ended.';
    case 'refused':
      return sentenceOf(reason.failure);
    case 'lost':
      return `${reason.failure.message} ${reason.verdict.sentence}`;
  }
}
