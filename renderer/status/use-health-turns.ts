import { useEffect, useReducer } from 'react';
import type { Pane } from '../window/state.ts';
import { nextTurnMs } from './health.ts';

type Told = Pick<Pane, 'session' | 'receivedAt'>;

/**
 * Milliseconds since main told of each session, renewed whenever time alone turns the health of one: marks and words of
 * health that count no seconds need no clock that ticks.
 */
export function useHealthTurns(panes: readonly Told[]): (pane: Told) => number {
  const [, turn] = useReducer((turns: number) => turns + 1, 0);
  const now = performance.now();
  const elapsedMs = ({ receivedAt }: Told) => Math.max(0, now - receivedAt);
  const turnsAt = panes.flatMap((pane) => {
    const next = nextTurnMs(pane.session, elapsedMs(pane));
    return next === null ? [] : [pane.receivedAt + next];
  });
  const nextAt = Math.min(...turnsAt);
  useEffect(() => {
    if (nextAt === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(turn, Math.ceil(nextAt - performance.now()));
    return () => clearTimeout(timer);
  });
  return elapsedMs;
}
