import type { Failure } from '#contract/failure.ts';
import { harmlessLine } from '../ssh/sanitise.ts';

/** Why a file of this computer could not be read or written, by the system's code. */
export function localFailure(error: unknown, path: string): Failure {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
  const shown = harmlessLine(path);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'storage-full',
        message: `This computer's disk is full: ${shown} was not written.`,
        retryable: true,
      };
    case 'EFBIG':
      return { code: 'storage-failed', message: `${shown} is too large for this computer's disk.`, retryable: false };
    case 'ENOENT':
      return { code: 'storage-failed', message: `${shown} is not there any more.`, retryable: true };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'storage-failed',
        message: `You may not read or write ${shown} on this computer.`,
        retryable: true,
      };
    default:
      return { code: 'storage-failed', message: `${shown} could not be read or written (${code}).`, retryable: true };
  }
}
