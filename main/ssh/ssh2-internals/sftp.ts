import type { Client, SFTPWrapper } from 'ssh2';
import { internalsOf, protocolOf } from './private-surface.ts';

/** What is touched of ssh2's client of SFTP beside what it has in common with every channel. */
interface PrivateSftp {
  readonly _maxReadLen: number;
  readonly _maxWriteLen: number;
}

/** What the server takes: `limits@openssh.com` where it has that, else what ssh2 knows of its kind. */
export const chunkBytesOf = (sftp: SFTPWrapper): number =>
  Math.min(internalsOfSftp(sftp)._maxReadLen, internalsOfSftp(sftp)._maxWriteLen);

const internalsOfSftp = (sftp: SFTPWrapper) => sftp as unknown as PrivateSftp;

/** What ssh2 opens every channel with, bytes. */
const ssh2Window = 2 * 1024 * 1024;

/**
 * Makes the channel's receive window `bytes` large, and keeps it there. ssh2 would hold it at 2 MB, which carries 20 MB a
 * second over a round trip of 100 ms; what may come is bounded by what was asked for.
 */
export function widenSftpWindow(client: Client, sftp: SFTPWrapper, bytes: number): void {
  const own = internalsOf(sftp as never);
  const push = own.push.bind(sftp);
  const step = bytes / 8;
  let owed = bytes - ssh2Window;
  const give = () => {
    if (owed < step || own.outgoing.state === 'closed') return;
    own.incoming.window += owed;
    protocolOf(client).channelWindowAdjust(own.outgoing.id, owed);
    owed = 0;
  };
  own.push = (data) => {
    const taken = push(data);
    owed += data?.length ?? 0;
    give();
    return taken;
  };
  give();
}
