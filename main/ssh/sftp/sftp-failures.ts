import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Answer } from './answer.ts';

/** Status codes of SFTP version 3 (draft-ietf-secsh-filexfer-02, 7). */
const status = { ok: 0, eof: 1, noSuchFile: 2, permissionDenied: 3, unsupported: 8 } as const;

export const isOk = (answer: Answer): boolean => answer.kind === 'status' && answer.code === status.ok;
export const isEndOfFile = (answer: Answer): boolean => answer.kind === 'status' && answer.code === status.eof;

/**
 * Why a request failed, by an answer that is not the one it wants. Version 3 has no code for a file that is there already,
 * a folder that is not empty or a full disk: what was asked for is said by whoever asked.
 */
export function failureIn(answer: Answer): Failure {
  switch (answer.kind === 'status' ? answer.code : null) {
    case status.noSuchFile:
      return { code: 'file-not-found', message: t('It is not there.'), retryable: true };
    case status.permissionDenied:
      return { code: 'file-refused', message: t('The server does not permit it.'), retryable: true };
    case status.unsupported:
      return { code: 'file-failed', message: t('The server does not know how to do that.'), retryable: false };
    default:
      return { code: 'file-failed', message: t('The server could not do it.'), retryable: true };
  }
}

/** The same of bytes that were to be written: of what has no code of its own, a full disk is the likeliest. */
export function writeFailureIn(answer: Answer): Failure {
  const failure = failureIn(answer);
  const isUntold = failure.code === 'file-failed' && failure.retryable;
  return isUntold ? { ...failure, message: t('The server could not write it: its disk may be full.') } : failure;
}

/** `host` refused the channel or the subsystem. */
export const unavailableFailure = (host: string): Failure => ({
  code: 'files-unavailable',
  message: t("{host} offers no SFTP, so its files can't be shown.", { host }),
  retryable: true,
  hint: t(
    'Its administrator can turn it on: OpenSSH needs a line "Subsystem sftp" in sshd_config, Dropbear needs the program sftp-server.',
  ),
});
