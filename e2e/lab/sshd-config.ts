import { join } from 'node:path';

/** Files of one sshd, all in its own temporary folder. */
export interface SshdFiles {
  readonly folder: string;
  readonly config: string;
  readonly authorizedKeys: string;
  /** HOME of the sessions: empty, so that nobody's dotfiles are read. */
  readonly home: string;
  readonly shellScript: string;
}

export const sshdFiles = (folder: string): SshdFiles => ({
  folder,
  config: join(folder, 'sshd_config'),
  authorizedKeys: join(folder, 'authorized_keys'),
  home: join(folder, 'home'),
  shellScript: join(folder, 'shell.sh'),
});

export interface SshdConfig {
  readonly files: SshdFiles;
  readonly address: string;
  readonly port: number;
  readonly hostKeyFiles: readonly string[];
  /** Lines of the test; they come first, and sshd takes the first value of a keyword. */
  readonly extra: readonly string[];
  /** OpenSSH 9.8 and later bans addresses that fail repeatedly: fatal for tests of failures. */
  readonly hasSourcePenalties: boolean;
}

/** A line of the test's: a server with SFTP, as Debian has it. */
export const sftpServer = 'Subsystem sftp /usr/lib/openssh/sftp-server';

/** The text of sshd_config (see sshd_config(5)). */
export function sshdConfigText({ files, address, port, hostKeyFiles, extra, hasSourcePenalties }: SshdConfig): string {
  const lines = [
    ...extra,
    `Port ${port}`,
    'AddressFamily inet',
    `ListenAddress ${address}`,
    ...hostKeyFiles.map((file) => `HostKey ${file}`),
    `AuthorizedKeysFile ${files.authorizedKeys}`,
    'StrictModes no',
    'UsePAM no',
    'PidFile none',
    'PermitRootLogin yes',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitUserRC no',
    'PrintMotd no',
    'PrintLastLog no',
    'UseDNS no',
    'AcceptEnv *',
    'MaxStartups 100',
    'LogLevel VERBOSE',
    // Debian's bash reads ~/.bashrc under sshd even for `bash -c`: HOME must not be the user's own.
    `SetEnv HOME=${files.home}`,
    `ForceCommand /bin/sh ${files.shellScript}`,
    ...(hasSourcePenalties ? ['PerSourcePenalties no'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Runs what the client asked for, or a real bash with a known prompt and none of the user's files. */
export const shellScriptText = `cd "$HOME" || exit 1
if [ -n "$SSH_ORIGINAL_COMMAND" ]; then
  exec bash --norc --noprofile -c "$SSH_ORIGINAL_COMMAND"
fi
PS1='$ '
export PS1
exec bash --norc --noprofile -i
`;
