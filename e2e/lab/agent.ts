import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './programs.ts';

/** A running ssh-agent of its own. */
export interface LabAgent {
  readonly socket: string;
  /** Runs ssh-add for it, with a key file or an option, and perhaps more of an environment. */
  readonly add: (what: string, environment?: NodeJS.ProcessEnv) => Promise<void>;
  /** Takes one key out, by its file. */
  readonly remove: (file: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a real ssh-agent with its socket in `folder`. */
export async function startAgent(folder: string, name = 'agent'): Promise<LabAgent> {
  const socket = join(folder, name);
  const agent = spawn(requireProgram('ssh-agent'), ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(agent, 'exit');
  await once(agent.stdout, 'data');
  const sshAdd = async (words: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
    const env = { ...process.env, ...environment, SSH_AUTH_SOCK: socket };
    await promisify(execFile)(requireProgram('ssh-add'), ['-q', ...words], { env });
  };
  return {
    socket,
    add: (what, environment) => sshAdd([what], environment),
    remove: (file) => sshAdd(['-d', file]),
    stop: async () => {
      agent.kill();
      await ended;
    },
  };
}
