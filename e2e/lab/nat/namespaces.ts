import { spawnSync } from 'node:child_process';
import { requireProgram } from '../programs.ts';
import { runTool } from './run-tool.ts';

/** The network namespaces (ip-netns(8)) of one lab, by name. */
export interface Namespaces {
  readonly client: string;
  readonly router: string;
  readonly server: string;
}

/** The process that made a namespace is in its name, so that what a killed process left behind is known. */
const namePattern = /^holdfast-(\d+)-\d+-(?:client|router|server)$/;

const own = new Set<string>();
let made = 0;

/** Makes three namespaces with their loopback up. They are removed at the latest when this process exits. */
export async function makeNamespaces(): Promise<Namespaces> {
  await sweepNamespaces();
  made += 1;
  const prefix = `holdfast-${process.pid}-${made}`;
  const names = { client: `${prefix}-client`, router: `${prefix}-router`, server: `${prefix}-server` };
  if (own.size === 0) process.once('exit', removeAtExit);
  for (const name of Object.values(names)) {
    own.add(name);
    await runTool('ip', ['netns', 'add', name]);
    await runTool('ip', ['-n', name, 'link', 'set', 'lo', 'up']);
  }
  return names;
}

/** Removes namespaces of this lab, and kills what runs in them. */
export async function removeNamespaces(names: Namespaces): Promise<void> {
  for (const name of Object.values(names)) await remove(name);
  if (own.size === 0) process.removeListener('exit', removeAtExit);
}

/** Removes what processes left behind that are dead; gives the names. */
export async function sweepNamespaces(): Promise<readonly string[]> {
  const listed = (await runTool('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0] ?? '');
  const stale = listed.filter((name) => isStale(name, isRunning));
  for (const name of stale) await remove(name);
  return stale;
}

/** Whether a namespace is of this lab, and of a process that is not there any more. */
export function isStale(name: string, isAlive: (pid: number) => boolean): boolean {
  const found = namePattern.exec(name);
  return found !== null && !isAlive(Number(found[1]));
}

async function remove(name: string): Promise<void> {
  own.delete(name);
  try {
    killAll(await runTool('ip', ['netns', 'pids', name]));
    await runTool('ip', ['netns', 'del', name]);
  } catch (error) {
    // Another process swept it at the same time, or it was never made.
    const left = await runTool('ip', ['netns', 'list']);
    if (left.split('\n').some((line) => line.split(' ')[0] === name)) throw error;
  }
}

function removeAtExit(): void {
  const ip = requireProgram('ip');
  for (const name of own) {
    killAll(spawnSync(ip, ['netns', 'pids', name], { encoding: 'utf8' }).stdout);
    spawnSync(ip, ['netns', 'del', name]);
  }
}

function killAll(pids: string): void {
  for (const pid of pids.split('\n').filter((line) => line !== '')) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
