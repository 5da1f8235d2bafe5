import { assertNever } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';
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
    t('Connected, {health}', { health: t(healthNames[health]) }),
    keepalive.unconfirmedKeys > 0 && health !== 'alive' ? unconfirmedWords(keepalive) : '',
    roundTrip === undefined ? '' : t('Round trip {time}', { time: roundTripWords(roundTrip) }),
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
      return t(from === 'lost' ? '{name} is connected again.' : '{name} answers again.', { name });
    case 'quiet':
      return t('{name} is quiet: nothing heard for a minute.', { name });
    case 'unconfirmed':
      return t('{name}: {keys}.', { name, keys: unconfirmedWords(keepalive) });
    case 'stalled':
      return keepalive.unconfirmedKeys > 0
        ? t('{name} does not answer. {keys}.', { name, keys: unconfirmedWords(keepalive) })
        : t('{name} does not answer.', { name });
    case 'lost':
      return t('{name} has lost its connection.', { name });
    default:
      return assertNever(to);
  }
}

const healthNames: Readonly<Record<Health, string>> = english({
  alive: 'alive',
  quiet: 'quiet',
  unconfirmed: 'unconfirmed',
  stalled: 'stalled',
  lost: 'lost',
});
