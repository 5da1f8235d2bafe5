import { homedir, networkInterfaces } from 'node:os';
import { findCharacterSet } from './character-sets/character-sets.ts';
import { createHopKeepalive } from './keepalive/hop-keepalive.ts';
import { addressesOf, createNetworkWatch } from './keepalive/network-watch.ts';
import { createPathBook } from './keepalive/path-book.ts';
import { localNetworkOf } from './keepalive/path-key.ts';
import { createSleepWatch } from './keepalive/sleep-watch.ts';
import { systemClock } from './keepalive/system-clock.ts';
import { createSessionLogs, type SessionLogs } from './logs/session-log.ts';
import { type Choice, openMatchExecChoice } from './profiles/choice.ts';
import { createPathMemoryStore, type PathMemoryStore } from './profiles/path-memory-store.ts';
import type { SavedSessionsStore } from './profiles/sessions/saved-sessions.ts';
import type { SessionParts } from './session/session-parts.ts';
import { createKeptPassphrases, type KeptPassphrases } from './ssh/keys/kept-passphrases.ts';
import { openKeysInThread } from './ssh/keys/key-thread.ts';
import { createHostProbe } from './ssh/probes/probe-host.ts';
import { createSshTransports } from './ssh/this-computer.ts';
import { runCommand } from './ssh-config/match-command.ts';
import { createSshConfig, type SshConfig } from './ssh-config/source.ts';
import { configPlaces, thisMachine } from './ssh-config/this-computer.ts';

/** What sessions stand on, the same in a window and in a terminal: nothing of it knows of Electron. */
export interface Core extends SessionParts {
  readonly passphrases: KeptPassphrases;
  readonly pathStore: PathMemoryStore;
  readonly sshConfig: SshConfig;
  readonly logs: SessionLogs;
  /** Whether ssh_config files may run commands. */
  readonly matchExec: Choice;
}

export interface CoreOptions {
  /** Where the program keeps its user's data. */
  readonly folder: string;
  readonly saved: Pick<SavedSessionsStore, 'list'>;
  readonly onNotice: (text: string) => void;
  /** See SshDependencies. */
  readonly passesThrough?: boolean;
}

export function createCore({ folder, saved, onNotice, passesThrough = false }: CoreOptions): Core {
  const clock = systemClock;
  const network = createNetworkWatch(clock, () => addressesOf(networkInterfaces()));
  const passphrases = createKeptPassphrases();
  const matchExec = openMatchExecChoice(folder);
  const sshConfig = createSshConfig({
    places: configPlaces(),
    machine: thisMachine(),
    defaults: () => saved.list().defaults,
    mayRunCommands: matchExec.isOn,
    runCommand,
  });
  const resolveHop = (name: string) =>
    saved.list().sessions.find((session) => session.name === name)?.profile ?? sshConfig.jumpHost(name);
  const keepHopAlive = createHopKeepalive(clock);
  const pathStore = createPathMemoryStore({ folder, clock, current: () => paths.memory() });
  const paths = createPathBook({
    memory: pathStore.left(),
    localNetwork: () => localNetworkOf(networkInterfaces()),
    wallClock: Date.now,
  });
  paths.onChange(pathStore.noteChange);
  const logs = createSessionLogs({ clock, wallClock: Date.now, homeDir: homedir() });
  return {
    openTransport: createSshTransports({
      folder,
      clock,
      passphrases,
      openKey: openKeysInThread(new URL('./key-worker.js', import.meta.url)),
      resolveHop,
      keepHopAlive,
      passesThrough,
      onNotice,
    }),
    openLog: logs.open,
    findCharacterSet,
    probeHost: createHostProbe({ clock, resolveHop, hasNetwork: network.isConnected }),
    sleep: createSleepWatch(clock, Date.now),
    network,
    paths,
    clock,
    wallClock: Date.now,
    onNotice,
    passphrases,
    pathStore,
    sshConfig,
    logs,
    matchExec,
  };
}
