import type { CloseReason } from '#contract/session/session.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import type { NetworkWatch } from '../../keepalive/network-watch.ts';
import type { Retry } from './retry-policy.ts';

/** The wait of a lost session for its next attempt. */
export interface NextAttempt {
  /** It waits for this computer to have a network, and not for a time. */
  readonly awaitsNetwork: boolean;
  readonly cancel: Cancel;
}

export interface NextAttemptOptions extends Pick<Retry, 'delayMs'> {
  readonly clock: Clock;
  readonly network: NetworkWatch;
  /** Why the connection ended, or did not come about. */
  readonly reason: CloseReason;
  /** Called once, and not after a cancel. */
  readonly onDue: (why: 'time' | 'network') => void;
}

/**
 * Waits for the next attempt: for its time, or less if this computer gets another network before. Without any network
 * no time helps; where there is one that does not lead to the host, its routes may change without a word of its
 * addresses, so that it is tried as well.
 */
export function waitForAttempt({ clock, network, delayMs, reason, onDue }: NextAttemptOptions): NextAttempt {
  const isConnected = network.isConnected();
  const awaitsNetwork = lacksNetwork(reason, isConnected);
  const cancel = () => {
    stopTimer?.();
    stopWatch();
  };
  const due = (why: 'time' | 'network') => {
    cancel();
    onDue(why);
  };
  const stopTimer = awaitsNetwork && !isConnected ? null : clock.after(delayMs, () => due('time'));
  const stopWatch = network.onArrival(() => due('network'));
  return { awaitsNetwork, cancel };
}

/** A host on this computer itself can be lost, and come back, without any network. */
function lacksNetwork(reason: CloseReason, isConnected: boolean): boolean {
  const code = 'failure' in reason ? reason.failure.code : null;
  return code === 'network-down' || (!isConnected && (code === 'host-not-found' || code === 'unreachable'));
}
