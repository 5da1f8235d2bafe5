import type { Failure } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import type {
  Ask,
  EndCause,
  OpenSilenceProbe,
  OpenTransport,
  ProbeHost,
  SilenceOutcome,
  SilenceRequest,
  TransportEvent,
} from '../../session/ports/transport.ts';
import { internalFailure } from '../connection-failures.ts';
import { targetOf } from '../target.ts';
import { endedByServer, notSilent, outage } from './limit-probe-failures.ts';

/** How long the answer to the check may take, ms: far more than any usable path needs. */
const answerMs = 10_000;

/** What a server sends by itself after a login, such as its other host keys, comes within this, ms. */
const settlingMs = 2000;

interface Parts {
  readonly openTransport: OpenTransport;
  readonly probeHost: ProbeHost;
  readonly clock: Clock;
}

/**
 * Silent connections over the transport: logged in as the profile says, with no shell, and with nothing that would
 * break the silence or ask: no TCP keepalives, no new keys, of the host neither.
 */
export const createLimitProbe =
  (parts: Parts): OpenSilenceProbe =>
  (profile, ask) =>
  (request) =>
    probeSilence(
      parts,
      { ...profile, noShell: true, tcpKeepalives: false, rekeyMinutes: 0, updateHostKeys: 'no' },
      ask,
      request,
    );

function probeSilence(parts: Parts, profile: Profile, ask: Ask, request: SilenceRequest): Promise<SilenceOutcome> {
  const { openTransport, probeHost, clock } = parts;
  const { signal } = request;
  const target = targetOf(profile);
  return new Promise((resolve) => {
    let stage: 'login' | 'silent' | 'checking' | 'over' = 'login';
    let loggedInAt = 0;
    let lastPassed = 0;
    let cancel: Cancel | null = null;

    const leave = () => {
      stage = 'over';
      cancel?.();
      transport.close();
    };
    const settle = (outcome: SilenceOutcome) => {
      if (stage === 'over') return;
      leave();
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const abort = () => settle({ kind: 'aborted' });

    /** An outage looks the same, but new connections fail then too. */
    const settleCut = (silentMs: number) => {
      leave();
      void probeHost(profile, signal).then((found) => {
        signal.removeEventListener('abort', abort);
        if (signal.aborted) resolve({ kind: 'aborted' });
        else resolve(found === 'works' ? { kind: 'cut', silentMs } : { kind: 'failed', failure: outage(target) });
      });
    };

    const check = () => {
      stage = 'checking';
      request.onChecking();
      cancel = clock.after(answerMs, () => settleCut(request.silentMs));
      transport.sendAliveCheck(() => settle({ kind: 'survived' }));
    };

    const beSilent = () => {
      stage = 'silent';
      lastPassed = clock.now();
      cancel?.();
      cancel = clock.after(request.silentMs, check);
      request.onSilent();
    };

    const handle = (event: TransportEvent) => {
      if (stage === 'over') return;
      if (event.kind === 'open') {
        loggedInAt = clock.now();
        beSilent();
      } else if (event.kind === 'received' && stage === 'silent') {
        const since = clock.now() - loggedInAt;
        if (since < settlingMs) beSilent();
        else settle({ kind: 'disturbed', failure: notSilent(target, clock.now() - lastPassed) });
      } else if (event.kind === 'ended') handleEnd(event.cause);
    };

    const handleEnd = (cause: EndCause) => {
      const failure = 'failure' in cause ? cause.failure : internalFailure();
      if (stage === 'login') return settle({ kind: 'refused', failure });
      // Some routers reset on their own, within the silence.
      const silentMs = stage === 'silent' ? clock.now() - lastPassed : request.silentMs;
      // A server that is killed resets too; no path forgets a connection within moments of its login.
      const isTooSoon = stage === 'silent' && clock.now() - loggedInAt < settlingMs;
      if (isCut(failure) && !isTooSoon) return settleCut(silentMs);
      const isOutage = failure.code === 'unreachable';
      settle(isOutage ? { kind: 'failed', failure } : { kind: 'disturbed', failure: endedByServer(target, silentMs) });
    };

    const transport = openTransport({ profile, columns: 80, rows: 24, onEvent: handle, ask });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

/** What becomes of a connection that the path forgot; a server that ends one says so, or closes it. */
const isCut = ({ code }: Failure) => code === 'connection-reset' || code === 'connection-timeout';
