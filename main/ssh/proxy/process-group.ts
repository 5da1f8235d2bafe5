import { type ChildProcess, spawn } from 'node:child_process';
import type { Clock } from '../../keepalive/clock.ts';

/** Between the request to end and the end by force, ms. */
const endLimit = 1000;

/** The groups of processes that run: none of them outlives the program. */
const running = new Set<number>();
process.on('exit', () => {
  for (const group of running) signalGroup(group, 'SIGKILL');
});

/** A shell and all that it started; it is the leader of a group of its own, but on Windows. */
export interface ProcessGroup {
  /** Asks all of it to end, and soon ends what does not. */
  readonly end: () => void;
}

export function watchGroup({ pid }: ChildProcess, clock: Clock): ProcessGroup {
  if (pid === undefined) return { end: () => undefined };
  if (process.platform === 'win32') {
    const args = ['/PID', String(pid), '/T', '/F'];
    return { end: () => spawn('taskkill', args, { windowsHide: true, stdio: 'ignore' }).on('error', () => {}) };
  }
  running.add(pid);
  return {
    end: () => {
      if (!signalGroup(pid, 'SIGTERM')) return;
      // Also where the shell itself has ended: what it started may not have.
      clock.after(endLimit, () => {
        signalGroup(pid, 'SIGKILL');
        running.delete(pid); // its number may be another's from now on
      });
    },
  };
}

/** False if no process of the group is left. */
function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    running.delete(group);
    return false;
  }
}
