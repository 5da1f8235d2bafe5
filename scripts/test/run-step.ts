import { spawn } from 'node:child_process';

/** Runs Node with these arguments, its output passed through; resolves with the exit status, 1 for a signal. */
export function runStep(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
