import { useEffect, useReducer } from 'react';
import type { Tab } from '../tabs/state.ts';
import { nextTurnMs } from './health.ts';

/**
 * Milliseconds since main told of the session, renewed whenever time alone turns its health: marks and words of health
 * that count no seconds need no clock that ticks.
 */
export function useHealthTurns({ session, receivedAt }: Pick<Tab, 'session' | 'receivedAt'>): number {
  const [, turn] = useReducer((turns: number) => turns + 1, 0);
  const elapsedMs = Math.max(0, performance.now() - receivedAt);
  const next = nextTurnMs(session, elapsedMs);
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(turn, Math.ceil(next - (performance.now() - receivedAt)));
    return () => clearTimeout(timer);
  });
  return elapsedMs;
}
