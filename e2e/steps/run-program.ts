import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { installedElectron } from '../../scripts/electron-binary.ts';
import { createSurroundings } from '../specs/harness/surroundings.ts';

/** What a program that ends by itself left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program with a command line that shows no window. */
export async function runProgram(...args: readonly string[]): Promise<Run> {
  const around = createSurroundings({ args });
  const binary = installedElectron();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const standIn = ['--import', new URL('../stand-in/register.mjs', import.meta.url).href, 'out/main/index.js'];
  const [program, words] = binary === null ? [process.execPath, standIn] : [binary, [...asRoot, '.']];
  const child = spawn(program, [...words, ...around.args], {
    env: { ...around.env, HOLDFAST_STAND_IN_HEADLESS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { status, stdout, stderr };
  } finally {
    child.kill('SIGKILL');
    around.remove();
  }
}
