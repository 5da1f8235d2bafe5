import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './programs.ts';

/** A running ssh-agent of its own. */
export interface LabAgent {
  readonly socket: string;
  /** Runs ssh-add for it, with a key file or options. */
  readonly add: (...args: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a real ssh-agent with its socket in `folder`. */
export async function startAgent(folder: string, name = 'agent'): Promise<LabAgent> {
  const socket = join(folder, name);
  const agent = spawn(requireProgram('ssh-agent'), ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(agent, 'exit');
  await once(agent.stdout, 'data');
  return {
    socket,
    add: async (...args) => {
      await promisify(execFile)(requireProgram('ssh-add'), ['-q', ...args], {
        env: { ...process.env, SSH_AUTH_SOCK: socket },
      });
    },
    stop: async () => {
      agent.kill();
      await ended;
    },
  };
}
