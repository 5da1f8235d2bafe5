import type { Cancel, Clock } from '../keepalive/clock.ts';

/** What was noted is told this much later at the latest, ms: a window shows seconds. */
const tellAfterMs = 500;

/** Tells of things together that happen often, and to many: a message for each would cost more than what it says. */
export interface Gathering<T> {
  /** Noted twice, it is told once. Cheap enough for every chunk of a flood. */
  readonly note: (thing: T) => void;
  /** It is not told any more. */
  readonly forget: (thing: T) => void;
}

export function gather<T>(clock: Clock, tell: (things: readonly T[]) => void): Gathering<T> {
  const noted = new Set<T>();
  let telling: Cancel | null = null;

  const tellNow = () => {
    telling = null;
    const things = [...noted];
    noted.clear();
    tell(things);
  };

  return {
    note: (thing) => {
      noted.add(thing);
      telling ??= clock.after(tellAfterMs, tellNow);
    },
    forget: (thing) => {
      noted.delete(thing);
      if (noted.size > 0) return;
      telling?.();
      telling = null;
    },
  };
}
