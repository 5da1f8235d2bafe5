import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Nat, NatSide } from '../../../lab/nat/nat.ts';
import { startNat } from '../../../lab/nat/nat.ts';
import { type Router, type RouterMode, startRouter } from '../../../lab/router.ts';
import { loopback } from '../../../lab/tcp.ts';

/** What a fault asks of the way between clients and server. */
export type PathNeed =
  /** Loopback: the fault is at one of the ends. */
  | { readonly kind: 'direct' }
  /** A router that forgets; the lab of namespaces, or where that can't be had a proxy. Default: it never forgets. */
  | { readonly kind: 'forgetful'; readonly mode: RouterMode; readonly idleSeconds?: number }
  /** What only the lab of namespaces can do. */
  | { readonly kind: 'network' };

export interface Path {
  /** Null without the lab of namespaces. */
  readonly nat: Nat | null;
  readonly clientSpawn: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
  /** Where servers run, and their address there. */
  readonly machine: { readonly side: Pick<NatSide, 'spawn'>; readonly address: string };
  /** Gives the address and port by which clients reach a server's port. */
  readonly reach: (port: number) => Promise<{ readonly host: string; readonly port: number }>;
  /** Forgets all connections. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Longer than any fault: what a router without a limit forgets after. Seconds. */
const never = 3600;

const here: Pick<NatSide, 'spawn'> = { spawn };

/** `hasNat`: the lab of namespaces works on this machine. Without it a need for a network must not come here. */
export async function startPath(need: PathNeed, hasNat: boolean): Promise<Path> {
  if (need.kind === 'direct') return directPath;
  if (!hasNat) return proxyPath(need);
  const nat = await startNat(need.kind === 'forgetful' ? { idleSeconds: never, ...need } : { mode: 'silent' });
  return {
    nat,
    clientSpawn: nat.client.spawn,
    machine: { side: nat.server, address: nat.serverAddress },
    reach: async (port) => ({ host: nat.serverAddress, port }),
    flush: nat.flush,
    stop: nat.stop,
  };
}

const directPath: Path = {
  nat: null,
  clientSpawn: spawn,
  machine: { side: here, address: loopback },
  reach: async (port) => ({ host: loopback, port }),
  flush: async () => undefined,
  stop: async () => undefined,
};

function proxyPath(need: PathNeed): Path {
  if (need.kind !== 'forgetful') throw new Error('A proxy cannot stand in for a network.');
  const routers: Router[] = [];
  return {
    ...directPath,
    reach: async (port) => {
      const target = { host: loopback, port };
      const router = await startRouter({ target, mode: need.mode, idleSeconds: need.idleSeconds ?? never });
      routers.push(router);
      return { host: loopback, port: router.port };
    },
    flush: async () => {
      for (const router of routers) router.flush();
    },
    stop: async () => {
      for (const router of routers) await router.stop();
    },
  };
}
