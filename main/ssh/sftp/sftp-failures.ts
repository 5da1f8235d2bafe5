import type { Failure } from '#contract/failure.ts';
import { filesLost } from '../../session/remote-files.ts';

/** Status codes of SFTP version 3 (draft-ietf-secsh-filexfer-02, 7). */
const status = { eof: 1, noSuchFile: 2, permissionDenied: 3, unsupported: 8 } as const;

/** The status of an answer; null where there was none: the channel is gone. */
const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;

export const isEndOfFile = (error: unknown): boolean => statusOf(error) === status.eof;

/**
 * Why a request of SFTP failed. Version 3 has no code for a file that is there already, a folder that is not empty or a
 * full disk: what was asked for is said by whoever asked.
 */
export function sftpFailure(error: unknown): Failure {
  switch (statusOf(error)) {
    case null:
      return filesLost;
    case status.noSuchFile:
      return { code: 'file-not-found', message: 'It is not there.', retryable: true };
    case status.permissionDenied:
      return { code: 'file-refused', message: 'The server does not permit it.', retryable: true };
    case status.unsupported:
      return { code: 'file-failed', message: 'The server does not know how to do that.', retryable: false };
    default:
      return { code: 'file-failed', message: 'The server could not do it.', retryable: true };
  }
}

/** `host` refused the channel or the subsystem. */
export const unavailableFailure = (host: string): Failure => ({
  code: 'files-unavailable',
  message: `${host} offers no SFTP, so its files can't be shown.`,
  retryable: true,
  hint: 'Its administrator can turn it on: OpenSSH needs a line "Subsystem sftp" in sshd_config, Dropbear needs the program sftp-server.',
});
