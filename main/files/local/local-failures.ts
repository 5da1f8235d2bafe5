import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../../ssh/sanitise.ts';

/** Why a file of this computer could not be read or written, by the system's code. */
export function localFailure(error: unknown, path: string): Failure {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : t('unknown error');
  const shown = harmlessLine(path);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'storage-full',
        message: t("This computer's disk is full: {shown} was not written.", { shown }),
        retryable: true,
      };
    case 'EFBIG':
      return {
        code: 'storage-failed',
        message: t("{shown} is too large for this computer's disk.", { shown }),
        retryable: false,
      };
    case 'ENOENT':
      return { code: 'storage-failed', message: t('{shown} is not there any more.', { shown }), retryable: true };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'storage-failed',
        message: t('You may not read or write {shown} on this computer.', { shown }),
        retryable: true,
      };
    default:
      return {
        code: 'storage-failed',
        message: t('{shown} could not be read or written ({code}).', { shown, code }),
        retryable: true,
      };
  }
}
