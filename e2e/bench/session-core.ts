import { networkInterfaces } from 'node:os';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { findCharacterSet } from '../../main/character-sets/character-sets.ts';
import { createHopKeepalive } from '../../main/keepalive/hop-keepalive.ts';
import { addressesOf, createNetworkWatch } from '../../main/keepalive/network-watch.ts';
import { createPathBook } from '../../main/keepalive/path-book.ts';
import { createSleepWatch } from '../../main/keepalive/sleep-watch.ts';
import { systemClock } from '../../main/keepalive/system-clock.ts';
import type { OpenTransport } from '../../main/session/ports/transport.ts';
import { createRegistry, type Registry } from '../../main/session/registry.ts';
import { noLog } from '../../main/session/testing/no-log.ts';
import { createHostProbe } from '../../main/ssh/probes/probe-host.ts';
import { createSshTransports } from '../../main/ssh/this-computer.ts';

export interface SessionCoreOptions {
  /** Where Holdfast's own files are. */
  readonly folder: string;
  /** See SshDependencies. */
  readonly passesThrough?: boolean;
  readonly onChange: (snapshot: SessionSnapshot) => void;
  /** Puts something between the sessions and their transports. */
  readonly through?: (open: OpenTransport) => OpenTransport;
}

/** Nothing is saved here. */
const resolveHop = () => null;

/** Holdfast's session core without its window, wired as in main/index.ts, with nothing of a user's. */
export function createSessionCore({ folder, passesThrough = false, onChange, through }: SessionCoreOptions): Registry {
  let made = 0;
  const clock = systemClock;
  const network = createNetworkWatch(clock, () => addressesOf(networkInterfaces()));
  const keepHopAlive = createHopKeepalive(clock);
  const onNotice = () => undefined;
  const openTransport = createSshTransports({ folder, clock, resolveHop, keepHopAlive, passesThrough, onNotice });
  return createRegistry({
    findCharacterSet,
    openTransport: through?.(openTransport) ?? openTransport,
    openLog: noLog,
    probeHost: createHostProbe({ clock, resolveHop, hasNetwork: network.isConnected }),
    network,
    paths: createPathBook({ memory: { paths: [], servers: [] }, localNetwork: () => 'bench', wallClock: Date.now }),
    sleep: createSleepWatch(clock, Date.now),
    clock,
    wallClock: Date.now,
    onNotice,
    newId: () => `session-${made++}` as SessionId,
    onChange,
    onActivity: () => undefined,
    onLog: () => undefined,
    onRemoved: () => undefined,
  });
}
