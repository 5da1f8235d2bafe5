import { win32 } from 'node:path';

/** Where OpenSSH has the host keys that count for all users of a computer (ssh(1), FILES). */
export const systemKnownHosts = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string =>
  platform === 'win32'
    ? win32.join(environment.ProgramData ?? 'C:\\ProgramData', 'ssh', 'ssh_known_hosts')
    : '/etc/ssh/ssh_known_hosts';
