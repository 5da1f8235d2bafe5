import { useEffect, useState } from 'react';
import { isSamePlace, type PathReport, type Place } from '#contract/session/path.ts';
import type { PathActions } from './path-actions.ts';

export interface ReceivedReport {
  readonly report: PathReport;
  /** `performance.now()`; times in the report count from then. */
  readonly receivedAt: number;
}

/** What is known of the path to a place, kept current; null before it is known, and where there is no place. */
export function usePathReport(paths: PathActions, place: Place | null): ReceivedReport | null {
  const [received, setReceived] = useState<ReceivedReport | null>(null);
  const { hostName, portNumber, via }: Place = place ?? { hostName: '', portNumber: 0 };

  useEffect(() => {
    if (hostName === '') return;
    const wanted = via === undefined ? { hostName, portNumber } : { hostName, portNumber, via };
    let isWanted = true;
    const take = (report: PathReport) => {
      if (isWanted && isSamePlace(report, wanted)) setReceived({ report, receivedAt: performance.now() });
    };
    const stop = paths.onChange(take);
    void paths.get(wanted).then((result) => result.ok && take(result.value));
    return () => {
      isWanted = false;
      stop();
    };
  }, [paths, hostName, portNumber, via]);

  // What was received last may be of the place that was typed before.
  return received !== null && place !== null && isSamePlace(received.report, place) ? received : null;
}
