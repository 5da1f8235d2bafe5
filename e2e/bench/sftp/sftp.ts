import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import type { CipherAlgorithm } from 'ssh2';
import { requireProgram } from '../../lab/programs.ts';
import type { Sshd } from '../../lab/sshd.ts';
import { loopback } from '../../lab/tcp.ts';

/** What Holdfast prefers, for both sides of the comparison. OpenSSH would take its own, which is slower here. */
const benchCipher: CipherAlgorithm = 'aes128-gcm@openssh.com';

/** Moves a file or folder by OpenSSH's `sftp`, with no file of the user; throws what it says if it fails. */
export async function runSftp(sshd: Sshd, way: 'download' | 'upload', source: string, target: string): Promise<void> {
  const options = [
    ...['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'IdentitiesOnly=yes', 'LogLevel=ERROR'],
    `Ciphers=${benchCipher}`,
  ];
  const args = [
    ...['-q', '-b', '-', '-F', 'none', '-P', String(sshd.port), '-i', sshd.clientKey],
    ...options.flatMap((option) => ['-o', option]),
    `${sshd.userName}@${loopback}`,
  ];
  const child = spawn(requireProgram('sftp'), args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const to = join(target, basename(source));
  child.stdin.end(way === 'download' ? `get -r ${source} ${to}\n` : `put -r ${source} ${to}\n`);
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`sftp ended with status ${status}: ${said}`);
}
