import { networkInterfaces } from 'node:os';
import type { FailureCode } from '#contract/failure.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { ProbeHost, ProbeResult } from '../session/transport.ts';
import { openSocket } from './socket.ts';
import { targetOf } from './target.ts';

/** Probes over a socket of its own, with the same look-up and limits as a connection. */
export function createHostProbe(clock: Clock, hasNetwork: () => boolean = isConnected): ProbeHost {
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
  if (!network) return 'no-network';
  return code === 'connection-timeout' ? 'unanswered' : 'unreachable';
}

/** Whether any interface but loopback has an address. */
const isConnected = () =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
