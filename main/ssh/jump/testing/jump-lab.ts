import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { type Sshd, startSshd } from '../../../../e2e/lab/sshd.ts';
import { loopback } from '../../../../e2e/lab/tcp.ts';
import type { Clock } from '../../../keepalive/clock.ts';
import { type Trial, type TrialOptions, tryTransport } from '../../testing/transport-trial.ts';

/** For tests: a server behind three jump hosts, each of which leads to the next alone, and has a key of its own. */
export interface JumpLab {
  readonly gate: Sshd;
  readonly middle: Sshd;
  readonly inner: Sshd;
  readonly target: Sshd;
  /** From the first to the last. */
  readonly servers: readonly [Sshd, Sshd, Sshd, Sshd];
  /** The sessions `gate`, `middle` and `inner`, and no others. */
  readonly saved: (name: string) => Profile | null;
  /** A session to the target over all three. */
  readonly trial: (settings?: Partial<Profile>, options?: Partial<TrialOptions>) => Trial;
  readonly stop: () => Promise<unknown>;
}

export async function startJumpLab(clock: Clock): Promise<JumpLab> {
  const target = await startSshd();
  const inner = await startSshd({ config: [`PermitOpen ${loopback}:${target.port}`] });
  const middle = await startSshd({ config: [`PermitOpen ${loopback}:${inner.port}`] });
  const gate = await startSshd({ config: [`PermitOpen ${loopback}:${middle.port}`] });
  const servers = [gate, middle, inner, target] as const;
  const profiles: Readonly<Record<string, Profile>> = {
    gate: profileTo(gate),
    middle: profileTo(middle),
    inner: profileTo(inner, { keepaliveSeconds: 1, aliveCheckSeconds: 1 }),
  };
  const saved = (name: string) => profiles[name] ?? null;
  const way = { proxyType: 'jump', proxyLocalhost: true, jumpHosts: ['gate', 'middle', 'inner'] } as const;

  return {
    gate,
    middle,
    inner,
    target,
    servers,
    saved,
    trial: (settings = {}, options = {}) =>
      tryTransport({
        ...options,
        profile: profileTo(target, { ...way, ...settings }),
        dependencies: { clock, resolveHop: saved, ...options.dependencies },
      }),
    stop: () => Promise.all(servers.map(({ stop }) => stop())),
  };
}

/** A session to a server of the lab. */
export const profileTo = ({ port, userName, clientKey }: Sshd, settings: Partial<Profile> = {}): Profile => ({
  ...defaultProfile,
  hostName: loopback,
  portNumber: port,
  userName,
  keyFile: clientKey,
  ...settings,
});
