import { once } from 'node:events';
import { type ClientEvent, type ClientStart, type FaultClient, monotonicMs } from './client.ts';

export interface Command {
  readonly name: 'ssh' | 'plink';
  readonly program: string;
  readonly args: readonly string[];
}

/** Runs a program of the command line that has one session on its standard input and output, and ends with it. */
export function startCommand({ spawn, folder, environment }: ClientStart, command: Command): FaultClient {
  const child = spawn(command.program, command.args, {
    cwd: folder,
    env: { ...environment, HOME: folder },
    stdio: 'pipe',
  });
  const { pid, stdin, stdout, stderr } = child;
  if (pid === undefined || stdin === null || stdout === null || stderr === null) {
    throw new Error(`${command.name} did not start.`);
  }
  const exited = once(child, 'exit');
  const events: ClientEvent[] = [];
  const output: string[] = [];
  let errors = '';
  let hasEnded = false;
  stdin.on('error', () => undefined); // it has ended
  stdout.setEncoding('utf8').on('data', (text: string) => {
    // Neither says that its session is open: its first output does.
    if (events.length === 0) events.push({ kind: 'opened', at: monotonicMs() });
    output.push(text);
  });
  stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.on('exit', () => {
    hasEnded = true;
    events.push({ kind: 'ended', at: monotonicMs() });
  });
  return {
    name: command.name,
    pid,
    type: (text) => stdin.write(text),
    output: () => output.join(''),
    events,
    cause: () => (hasEnded ? { ...noVerdict, says: lastLineOf(errors) } : null),
    restart: () => undefined,
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const noVerdict = { verdict: null, confidence: null, remedy: null, reviewed: false } as const;

const lastLineOf = (text: string) => text.trim().split('\n').at(-1)?.trim() ?? '';
