import { type ChildProcess, spawn } from 'node:child_process';

/** A command that takes longer holds a session up: it counts as failed, ms. */
const timeLimit = 10_000;

/**
 * Runs a command by the user's shell, as OpenSSH does for `Match exec`; resolves to whether it ended well. What it prints
 * is of no use. After its time all that the shell has started is ended with it.
 */
export const runCommand = (command: string, limit = timeLimit): Promise<boolean> => {
  const isWindows = process.platform === 'win32';
  const shell = isWindows ? (process.env.COMSPEC ?? 'cmd.exe') : (process.env.SHELL ?? '/bin/sh');
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(shell, isWindows ? ['/d', '/c', command] : ['-c', command], {
        stdio: 'ignore',
        detached: !isWindows, // a group of its own
        windowsHide: true,
      });
    } catch {
      resolve(false); // a command that is too long for the system
      return;
    }
    const timer = setTimeout(() => endAll(child), limit);
    const finish = (endedWell: boolean) => {
      clearTimeout(timer);
      resolve(endedWell);
    };
    child.on('error', () => finish(false)).on('exit', (code) => finish(code === 0));
  });
};

function endAll(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has just ended
  }
}
