import { execFile, spawn } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NatSide } from './nat/nat.ts';
import { requireProgram } from './programs.ts';

/** Starts programs that see an account of the lab. */
export type AccountSide = Pick<NatSide, 'spawn'>;

/**
 * What PAM (pam.conf(5)) asks at sshd, one question a round: the password, and then an e-mail address, which is
 * pam_ftp's question to guests, and the one with words of its own among those that Debian installs.
 */
const twoRounds = (userName: string) => `auth required pam_unix.so
auth required pam_ftp.so users=${userName}
account required pam_permit.so
session required pam_permit.so
`;

/**
 * The current user has this password for the programs that are started there, and sshd asks for it in the first of two
 * rounds where it uses PAM. They run in a mount namespace of their own, in which files of the lab lie over
 * /etc/shadow and /etc/pam.d/sshd: root on Linux.
 */
export async function startAccountSide(folder: string, password: string): Promise<AccountSide> {
  const userName = userInfo().username;
  const [shadow, pam] = [join(folder, 'shadow'), join(folder, 'pam')];
  const { stdout } = await promisify(execFile)(requireProgram('openssl'), ['passwd', '-6', password]);
  const lines = (await readFile('/etc/shadow', 'utf8')).split('\n').filter((line) => !line.startsWith(`${userName}:`));
  await writeFile(shadow, [`${userName}:${stdout.trim()}:20000:0:99999:7:::`, ...lines].join('\n'), { mode: 0o600 });
  await writeFile(pam, twoRounds(userName));
  await chmod(pam, 0o644);
  const mount = 'mount --bind "$0" /etc/shadow && mount --bind "$1" /etc/pam.d/sshd && shift && exec "$@"';
  return {
    spawn: (program, args, options) =>
      spawn('unshare', ['--mount', 'sh', '-c', mount, shadow, pam, program, ...args], options),
  };
}
