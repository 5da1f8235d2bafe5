import { execFile } from 'node:child_process';

/** A command that takes longer holds a session up: it counts as failed, ms. */
const timeLimit = 10_000;

/** Runs a command by the user's shell, as OpenSSH does for `Match exec`; resolves to whether it ended well. */
export const runCommand = (command: string): Promise<boolean> => {
  const isWindows = process.platform === 'win32';
  const shell = isWindows ? (process.env.COMSPEC ?? 'cmd.exe') : (process.env.SHELL ?? '/bin/sh');
  return new Promise((resolve) => {
    const child = execFile(
      shell,
      isWindows ? ['/d', '/c', command] : ['-c', command],
      { timeout: timeLimit },
      (error) => resolve(error === null),
    );
    child.stdin?.end();
  });
};
