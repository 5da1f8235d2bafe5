import type { Client } from 'ssh2';
import { failed, type Result, success } from '#contract/failure.ts';
import { filesLost, type RemoteFiles } from '../../session/remote-files.ts';
import { unavailableFailure } from './sftp-failures.ts';
import { sftpFiles } from './sftp-files.ts';

/** Opens a channel for files beside the terminal's (draft-ietf-secsh-connect, 6.5: subsystem `sftp`); never rejects. */
export function openSftp(client: Client, host: string, signal: AbortSignal): Promise<Result<RemoteFiles>> {
  if (signal.aborted) return Promise.resolve(failed(filesLost));
  return new Promise((resolve) => {
    const handleAbort = () => resolve(failed(filesLost));
    signal.addEventListener('abort', handleAbort, { once: true });
    try {
      client.sftp((error, sftp) => {
        signal.removeEventListener('abort', handleAbort);
        resolve(error === undefined ? success(sftpFiles(client, sftp)) : failed(unavailableFailure(host)));
      });
    } catch {
      handleAbort(); // the connection is torn down already
    }
  });
}
