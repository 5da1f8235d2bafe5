import { assertNever } from '#contract/failure.ts';
import type { KeepaliveStatus, SessionSnapshot } from '#contract/session.ts';
import { type Health, healthOf, type Observed } from './health.ts';
import { checkWords, lastContactWords, nullPacketWords, roundTripWords, unconfirmedWords } from './keepalive-words.ts';
import { stateWords } from './state-words.ts';

/** All that is known of how a session does, a line each, `elapsedMs` after main told of it. */
export function healthLines(session: Observed, elapsedMs: number): readonly string[] {
  const { state, keepalive } = session;
  const health = healthOf(session, elapsedMs);
  if (health === null || state.kind !== 'open') return [stateWords(session, elapsedMs)];
  const { sent, next } = nullPacketWords(keepalive, elapsedMs);
  const roundTrip = keepalive.roundTripsMs.at(-1);
  return [
    `Connected, ${health}`,
    keepalive.unconfirmedKeys > 0 && health !== 'alive' ? unconfirmedWords(keepalive) : '',
    roundTrip === undefined ? '' : `Round trip ${roundTripWords(roundTrip)}`,
    lastContactWords(keepalive, elapsedMs),
    checkWords(keepalive),
    `${sent}${next}`,
  ].filter((line) => line !== '');
}

/** What a turn of health means, as a sentence; null for one that nobody needs to hear of. */
export function turnWords(
  { name, keepalive }: Pick<SessionSnapshot, 'name' | 'keepalive'>,
  from: Health,
  to: Health,
): string | null {
  switch (to) {
    case 'alive':
      // After a silence the user's own typing wakes the server: its answer is on the screen.
      if (from === 'quiet') return null;
      return from === 'lost' ? `${name} is connected again.` : `${name} answers again.`;
    case 'quiet':
      return `${name} is quiet: nothing heard for a minute.`;
    case 'unconfirmed':
      return `${name}: ${unconfirmedWords(keepalive)}.`;
    case 'stalled':
      return `${name} does not answer.${keysLeft(keepalive)}`;
    case 'lost':
      return `${name} has lost its connection.`;
    default:
      return assertNever(to);
  }
}

const keysLeft = (keepalive: KeepaliveStatus) =>
  keepalive.unconfirmedKeys > 0 ? ` ${unconfirmedWords(keepalive)}.` : '';
