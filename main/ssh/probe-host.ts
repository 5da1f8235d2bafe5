import type { FailureCode } from '#contract/failure.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { ProbeHost, ProbeResult } from '../session/transport.ts';
import { openSocket } from './socket.ts';
import { targetOf } from './target.ts';

/**
 * Probes over a socket of its own, with the same look-up and limits as a connection. `hasNetwork` says whether this
 * computer has an address that is not loopback.
 */
export function createHostProbe(clock: Clock, hasNetwork: () => boolean): ProbeHost {
  return async (profile, signal) => {
    const opened = await openSocket({
      target: targetOf(profile),
      family: profile.addressFamily,
      clock,
      signal,
      onPhase: () => undefined,
      onLog: () => undefined,
    });
    if (!opened.ok) return resultOf(opened.failure.code, hasNetwork());
    opened.value.destroy();
    return 'works';
  };
}

function resultOf(code: FailureCode, network: boolean): ProbeResult {
  if (code === 'connection-refused') return 'refused';
  if (!network || code === 'network-down') return 'no-network';
  return code === 'connection-timeout' ? 'unanswered' : 'unreachable';
}
