import { type ChildProcess, execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { requireProgram } from '../programs.ts';

const execFileAsync = promisify(execFile);

/**
 * Runs a program, with `input` on its standard input, and gives what it printed. Rejects with an Error that has its
 * standard error in the message if it fails.
 */
export async function runTool(program: string, args: readonly string[], input?: string): Promise<string> {
  const running = execFileAsync(requireProgram(program), [...args]) as Promise<{ readonly stdout: string }> & {
    readonly child: ChildProcess;
  };
  running.child.stdin?.end(input);
  return (await running).stdout;
}
