import type { FailureCode } from '#contract/failure.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { ProbeHost, ProbeResult } from '../../session/ports/transport.ts';
import { peerOf } from '../proxy/proxy-of.ts';
import { firstStop, planRoute, type ResolveHop } from '../route/route-plan.ts';
import { openSocket } from '../wire/socket.ts';

export interface HostProbeOptions {
  readonly clock: Clock;
  readonly resolveHop: ResolveHop;
  /** Whether this computer has an address that is not loopback. */
  readonly hasNetwork: () => boolean;
}

/** Probes over a socket of its own, with the same look-up and limits as a connection. */
export function createHostProbe({ clock, resolveHop, hasNetwork }: HostProbeOptions): ProbeHost {
  return async (profile, signal) => {
    const plan = planRoute(profile, resolveHop);
    if (!plan.ok) return 'pending';
    const first = firstStop(plan.value);
    const peer = peerOf(first.profile, first.target);
    if (peer === null) return 'pending';
    const opened = await openSocket({
      target: peer,
      family: first.profile.addressFamily,
      limitSeconds: first.profile.connectTimeoutSeconds,
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
