import { failed, type Result, success } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { parseJumpHost, profileOfTyped } from '../jump/jump-host.ts';
import { jumpLoop, noJumpHosts, tooManyJumpHosts, unknownJumpHost } from '../jump/route-failures.ts';
import { isExcluded } from '../proxy/exclusions.ts';
import { type Target, targetOf } from '../target.ts';

/** Each is a login, and a layer of encryption around all that follow. */
const maxJumpHosts = 8;

/** The settings of the saved session of this name, or null if there is none. */
export type ResolveHop = (name: string) => Profile | null;

/** One SSH connection of a way. */
export interface Stop {
  /** As it is named to the user: the saved session's name, or the host. */
  readonly name: string;
  readonly target: Target;
  readonly profile: Profile;
}

/** The connections of a way in their order: jump hosts, then the session's own host. */
export interface RoutePlan {
  readonly jumpHosts: readonly Stop[];
  readonly own: Stop;
}

/**
 * The way that a profile describes. As with OpenSSH's ProxyJump the first jump host is reached in its own way, over its
 * proxy or its jump hosts; those that follow are reached from the one before.
 */
export function planRoute(profile: Profile, resolveHop: ResolveHop): Result<RoutePlan> {
  const target = targetOf(profile);
  const own: Stop = { name: target.host, target, profile };
  const jumpHosts = jumpHostsOf(own, resolveHop, []);
  if (!jumpHosts.ok) return jumpHosts;
  if (jumpHosts.value.length > maxJumpHosts) return failed(tooManyJumpHosts(maxJumpHosts));
  return success({ jumpHosts: jumpHosts.value, own });
}

/** The connection that this computer makes itself. */
export const firstStop = ({ jumpHosts: [first], own }: RoutePlan): Stop => first ?? own;

/** `passed`: the saved sessions whose ways led here. */
function jumpHostsOf(stop: Stop, resolveHop: ResolveHop, passed: readonly Stop[]): Result<readonly Stop[]> {
  const { profile, target } = stop;
  if (profile.proxyType !== 'jump' || isExcluded(profile, [target.host])) return success([]);
  if (profile.jumpHosts.length === 0) return failed(noJumpHosts());
  const stops: Stop[] = [];
  for (const text of profile.jumpHosts) {
    const hop = hopOf(text, profile, resolveHop);
    if (hop === null) return failed(unknownJumpHost(text));
    if ([stop, ...passed, ...stops].some((other) => isSame(other, hop))) return failed(jumpLoop(hop.name));
    stops.push(hop);
  }
  const [first] = stops;
  if (first === undefined || passed.length >= maxJumpHosts) return failed(tooManyJumpHosts(maxJumpHosts));
  const before = jumpHostsOf(first, resolveHop, [...passed, stop]);
  return before.ok ? success([...before.value, ...stops]) : before;
}

function hopOf(text: string, profile: Profile, resolveHop: ResolveHop): Stop | null {
  const saved = resolveHop(text);
  if (saved !== null) return { name: text, target: targetOf(saved), profile: saved };
  const typed = parseJumpHost(text);
  if (typed === null) return null;
  const own = profileOfTyped(profile, typed, targetOf(profile).user);
  return { name: typed.host, target: targetOf(own), profile: own };
}

/** The same settings are the same session: hosts alone do not tell, as `localhost` is another one behind each hop. */
const isSame = (a: Stop, b: Stop) => JSON.stringify(a.profile) === JSON.stringify(b.profile);
