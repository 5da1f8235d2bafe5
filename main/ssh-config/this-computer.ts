import { homedir, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { ConfigPlaces } from './files.ts';
import type { Machine } from './tokens.ts';

/** Where OpenSSH has its files on this system. */
export const configPlaces = (): ConfigPlaces => ({
  homeDir: homedir(),
  systemDir: process.platform === 'win32' ? join(process.env.ProgramData ?? 'C:\\ProgramData', 'ssh') : '/etc/ssh',
});

/** This computer and its user, for tokens. */
export function thisMachine(): Machine {
  const { username, uid } = userInfo();
  return { homeDir: homedir(), userName: username, userId: uid, hostName: hostname(), environment: process.env };
}
