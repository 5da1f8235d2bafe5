import { type Failure, failed, type Result } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { ConnectPhase, ConnectStop } from '#contract/session/session.ts';
import type { SshDependencies } from '../dependencies.ts';
import { passHop } from '../jump/hop.ts';
import { atHop, hopName } from '../jump/route-failures.ts';
import { openProxied } from '../proxy/open-proxied.ts';
import type { Wire } from '../wire/wire.ts';
import { firstStop, type RoutePlan, type Stop } from './route-plan.ts';

export interface RouteRequest {
  readonly plan: RoutePlan;
  readonly dependencies: SshDependencies;
  /** Ends the whole way, made or not. */
  readonly signal: AbortSignal;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onPhase: (phase: ConnectPhase, stop?: ConnectStop) => void;
  readonly onLog: (text: string) => void;
  /** A part of the way was lost after it had been made: `at` is the jump host, null a proxy command. */
  readonly onLost: (failure: Failure, at: Stop | null) => void;
}

/** Makes the way to a session's host: over its proxy, or from jump host to jump host. */
export async function openRoute(request: RouteRequest): Promise<Result<Wire>> {
  const { plan, dependencies, signal, onLog } = request;
  const { jumpHosts } = plan;
  const stops = [...jumpHosts, plan.own];
  const tell = (index: number) => (phase: ConnectPhase) => {
    const name = stops[index]?.name ?? '';
    if (jumpHosts.length === 0) request.onPhase(phase);
    else request.onPhase(phase, { name, number: index + 1, of: stops.length });
  };
  const nameOf = (index: number) => hopName(stops[index]?.name ?? '', index + 1, jumpHosts.length);
  const logOf = (hop: Stop) => (text: string) => onLog(`${hop.name}: ${text}`);

  const first = firstStop(plan);
  const isHop = jumpHosts.length > 0;
  let wire = await openProxied({
    target: first.target,
    profile: first.profile,
    clock: dependencies.clock,
    signal,
    ask: request.ask,
    onPhase: tell(0),
    onLog: isHop ? logOf(first) : onLog,
    onFailure: (failure) => request.onLost(failure, null),
  });
  if (!wire.ok) return isHop ? failed(atHop(nameOf(0), wire.failure)) : wire;
  for (const [index, hop] of jumpHosts.entries()) {
    tell(index)('handshake');
    wire = await passHop({
      hop,
      name: nameOf(index),
      next: (stops[index + 1] ?? plan.own).target,
      wire: wire.value,
      dependencies,
      signal,
      ask: (prompt) => request.ask({ ...prompt, jumpHost: { number: index + 1, of: jumpHosts.length } }),
      onLog: logOf(hop),
      onLoggingIn: () => tell(index)('login'),
      onLost: (failure) => request.onLost(failure, hop),
    });
    if (!wire.ok) return wire;
  }
  tell(jumpHosts.length)('handshake');
  return wire;
}
