import { tickingWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';
import type { KeepaliveStatus } from '#contract/session/session.ts';

/** What is said of the null packets: the count, and the countdown to the next one, empty while none is due. */
export interface NullPacketWords {
  readonly sent: string;
  readonly next: string;
}

/** `elapsedMs` after the status was measured. */
export function nullPacketWords(status: KeepaliveStatus, elapsedMs: number): NullPacketWords {
  if (status.suppressed || status.intervalSeconds === 0) return { sent: t('Keepalives off'), next: '' };
  const sent = t('Null packets: {n} sent', { n: status.nullPacketsSent });
  if (status.nextInMs === null) return { sent, next: '' };
  const remaining = Math.max(0, Math.ceil((status.nextInMs - elapsedMs) / 1000));
  // A minute is the usual interval: the countdown from it stays in one unit, and so in its width.
  return {
    sent,
    next: t(', next in {time}', {
      time: remaining === 60 ? t('{seconds} s', { seconds: 60 }) : tickingWords(remaining),
    }),
  };
}

/** When the server was last heard, `elapsedMs` after the status was measured. */
export function lastContactWords(status: KeepaliveStatus, elapsedMs: number): string {
  if (status.lastContactMs === null) return t('No contact yet');
  const time = tickingWords(Math.floor((status.lastContactMs + elapsedMs) / 1000));
  return t('Last contact {time} ago', { time });
}

/** The alive checks of this connection; empty before the first. */
export function checkWords({ checksSent, checksAnswered }: KeepaliveStatus): string {
  if (checksSent === 0) return '';
  return t(
    checksSent === 1 ? '{checksAnswered} of 1 check answered' : '{checksAnswered} of {checksSent} checks answered',
    { checksAnswered, checksSent },
  );
}

/** Keys and pastes that nothing has followed. */
export const unconfirmedWords = ({ unconfirmedKeys }: KeepaliveStatus): string =>
  t(unconfirmedKeys === 1 ? '1 keystroke unconfirmed' : '{n} keystrokes unconfirmed', { n: unconfirmedKeys });

/** A round trip, in at most three digits up to ten seconds. */
export function roundTripWords(ms: number): string {
  if (ms < 1) return '<1 ms';
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
