import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../keepalive/clock.ts';
import type { OpenTransport } from '../session/transport.ts';
import { agentSocketOf } from './agent.ts';
import { x11EnvironmentOf } from './forwards/x11-display.ts';
import { createHostKeyPolicy } from './host-keys/policy.ts';
import { createSshTransport } from './ssh-transport.ts';

export interface SshTransportsOptions {
  /** Where Holdfast's own `known_hosts` is. */
  readonly folder: string;
  readonly clock: Clock;
  /** Something to tell the user that does not stop a connection. */
  readonly onNotice: (text: string) => void;
}

/** SSH as this machine has it: the user's known_hosts, agent and home folder. */
export function createSshTransports({ folder, clock, onNotice }: SshTransportsOptions): OpenTransport {
  const homeDir = homedir();
  const hostKeys = createHostKeyPolicy({
    readFile: join(homeDir, '.ssh', 'known_hosts'),
    ownFile: join(folder, 'known_hosts'),
    homeDir,
    onNotice,
  });
  const { platform, env } = process;
  const agentSocket = agentSocketOf(platform, env);
  return createSshTransport({ hostKeys, clock, homeDir, agentSocket, x11: x11EnvironmentOf(platform, env, homeDir) });
}
