/**
 * An Enter sooner than this after the end of a session, or after another key, ms: it ends a line that was being typed
 * when the session died. Restarting on it would take away the message that says why before anybody could read it.
 */
export const restartGuardMs = 1000;

/** Decides which Enter restarts a session that has ended. Times are of one monotonic clock, ms. */
export interface RestartKey {
  readonly noteEnded: (now: number) => void;
  /** What the terminal gives while its session has ended; true if it asks for a restart. */
  readonly press: (data: string, now: number) => boolean;
}

export function createRestartKey(): RestartKey {
  let lastKey = Number.NEGATIVE_INFINITY;
  return {
    noteEnded: (now) => {
      lastKey = now;
    },
    press: (data, now) => {
      if (data === '\r') return now - lastKey >= restartGuardMs;
      if (!isReport(data)) lastKey = now;
      return false;
    },
  };
}

/** Mouse and focus reports, which a program that was in the session has left turned on, are no keys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: reports begin with ESC
const isReport = (data: string) => /^\u001b\[[IOM<]/.test(data);
