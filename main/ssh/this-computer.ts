import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../keepalive/clock.ts';
import type { OpenTransport } from '../session/ports/transport.ts';
import { findAgentsOn } from './agent/places.ts';
import { x11EnvironmentOf } from './forwards/x11-display.ts';
import { createHeapGrowth } from './heap-growth.ts';
import { createHostKeyPolicy } from './host-keys/known-hosts-policy.ts';
import { systemKnownHosts } from './host-keys/system-known-hosts.ts';
import type { KeepHopAlive } from './jump/keep-hop-alive.ts';
import { createKeptPassphrases, type KeptPassphrases } from './keys/kept-passphrases.ts';
import type { OpenKey } from './keys/open-key.ts';
import type { ResolveHop } from './route/route-plan.ts';
import { createSshTransport } from './ssh-transport.ts';

export interface SshTransportsOptions {
  /** Where Holdfast's own `known_hosts` is. */
  readonly folder: string;
  readonly clock: Clock;
  /** Default: kept for these transports alone. */
  readonly passphrases?: KeptPassphrases;
  /** See SshDependencies. */
  readonly openKey?: OpenKey;
  /** The saved session that a jump host names. */
  readonly resolveHop: ResolveHop;
  readonly keepHopAlive: KeepHopAlive;
  /** See SshDependencies. */
  readonly passesThrough?: boolean;
  /** Something to tell the user that does not stop a connection. */
  readonly onNotice: (text: string) => void;
}

/**
 * Small Buffers are cut from pieces of this size, bytes. A connection keeps a few of some bytes as long as it lives, its
 * version line and ssh2's room for a tag among them: with Node's 8 KB each of them would keep as much.
 */
const poolBytes = 1024;

/** SSH as this machine has it: the user's known_hosts, agent and home folder. */
export function createSshTransports({
  folder,
  onNotice,
  passphrases = createKeptPassphrases(),
  ...rest
}: SshTransportsOptions): OpenTransport {
  Buffer.poolSize = poolBytes;
  const homeDir = homedir();
  const hostKeys = createHostKeyPolicy({
    readFile: join(homeDir, '.ssh', 'known_hosts'),
    systemFile: systemKnownHosts(process.platform, process.env),
    ownFile: join(folder, 'known_hosts'),
    homeDir,
    onNotice,
  });
  return createSshTransport({
    ...rest,
    notePassed: createHeapGrowth(rest.clock),
    passphrases,
    hostKeys,
    homeDir,
    environment: process.env,
    findAgents: findAgentsOn(homeDir),
    x11: x11EnvironmentOf(process.platform, process.env, homeDir),
  });
}
