import { useEffect, useState } from 'react';

/** The status bar counts in seconds; half of one keeps a countdown from skipping a number. */
const tickMs = 500;

/** `performance.now()` in milliseconds, renewed while the component is shown. `since` renews it at once. */
export function useNow(since: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, since);
}
