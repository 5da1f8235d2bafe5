import type { Client, ClientChannel } from 'ssh2';
import { failed, type Result, success } from '#contract/failure.ts';
import { filesLost, type RemoteFiles } from '../../session/ports/remote-files.ts';
import { quietly } from '../quietly.ts';
import { closeForGood, openSession, request, widenWindow } from '../ssh2-internals/channels.ts';
import { createSftpClient, type SftpClient } from './sftp-client.ts';
import { unavailableFailure } from './sftp-failures.ts';
import { sftpFiles } from './sftp-files.ts';

/**
 * The receive window of the channel, bytes: carries 160 MB a second over a round trip of 100 ms. What is in flight is
 * bounded by what was asked for.
 */
const windowBytes = 16 * 1024 * 1024;

/** What came is given back to the window in such steps, bytes: few packets, and below what ssh2 would do it by itself at. */
const windowStep = 512 * 1024;

/** Opens a channel for files beside the terminal's (draft-ietf-secsh-connect, 6.5: subsystem `sftp`); never rejects. */
export function openSftp(client: Client, host: string, signal: AbortSignal): Promise<Result<RemoteFiles>> {
  if (signal.aborted) return Promise.resolve(failed(filesLost()));
  return new Promise((resolve) => {
    const settle = (files: RemoteFiles | null) => {
      signal.removeEventListener('abort', handleAbort);
      resolve(files === null ? failed(unavailableFailure(host)) : success(files));
    };
    const handleAbort = () => resolve(failed(filesLost()));
    signal.addEventListener('abort', handleAbort, { once: true });
    try {
      openSession(client, windowBytes, (channel) => {
        if (channel === null) settle(null);
        else void filesOver(client, channel).then(settle);
      });
    } catch {
      handleAbort(); // the connection is torn down already
    }
  });
}

async function filesOver(client: Client, channel: ClientChannel): Promise<RemoteFiles | null> {
  const sftp = createSftpClient((bytes) => quietly(() => channel.write(bytes)));
  const ended = connectStreams(client, channel, sftp);
  const end = () => quietly(() => closeForGood(channel));
  if (!(await request(client, channel, { kind: 'subsystem', name: 'sftp' }))) {
    end();
    return null;
  }
  const chunkBytes = await sftp.begin();
  if (chunkBytes === null) end();
  return chunkBytes === null ? null : sftpFiles(sftp, chunkBytes, { ended, end });
}

/** Resolves at the channel's end. Listens before the next packet is read. */
function connectStreams(client: Client, channel: ClientChannel, sftp: SftpClient): Promise<void> {
  let owed = 0;
  const giveBack = ({ length }: Uint8Array) => {
    owed += length;
    if (owed < windowStep) return;
    quietly(() => widenWindow(client, channel, owed));
    owed = 0;
  };
  channel.on('data', (chunk: Buffer) => {
    giveBack(chunk);
    if (!sftp.read(chunk)) quietly(() => closeForGood(channel));
  });
  channel.stderr.on('data', giveBack);
  return new Promise((resolve) => {
    const handleEnd = () => {
      sftp.lose();
      resolve();
    };
    channel.on('end', handleEnd).on('close', handleEnd).on('error', handleEnd);
  });
}
