import { readFileSync } from 'node:fs';
import { Client } from 'ssh2';
import { success } from '../../../app/contract/failure.ts';
import { newBatch } from '../../../main/files/conflict.ts';
import { downloadTask } from '../../../main/files/download-tasks.ts';
import { createFlow } from '../../../main/files/flow.ts';
import { createTransfers } from '../../../main/files/transfers.ts';
import { uploadTask } from '../../../main/files/upload-tasks.ts';
import { systemClock } from '../../../main/keepalive/system-clock.ts';
import { openSftp } from '../../../main/ssh/sftp/open-sftp.ts';
import type { Sshd } from '../../lab/sshd.ts';
import { loopback } from '../../lab/tcp.ts';
import { benchCipher } from './sftp.ts';

/** Holdfast's own transfers, on a connection that is open as a session's is. */
export interface HoldfastFiles {
  readonly move: (way: 'download' | 'upload', source: string, target: string) => Promise<void>;
  readonly close: () => void;
}

export async function openHoldfast(sshd: Sshd): Promise<HoldfastFiles> {
  const client = new Client();
  await new Promise<void>((resolve, reject) => {
    client.on('ready', resolve).on('error', reject);
    const privateKey = readFileSync(sshd.clientKey);
    const algorithms = { cipher: [benchCipher] };
    client.connect({ host: loopback, port: sshd.port, username: sshd.userName, privateKey, algorithms });
  });
  client.setNoDelay(true); // as a session's socket is
  const opened = await openSftp(client, loopback, new AbortController().signal);
  if (!opened.ok) throw new Error(opened.failure.message);
  const connected = { files: opened.value, flow: createFlow() };

  const move: HoldfastFiles['move'] = (way, source, target) =>
    new Promise((resolve, reject) => {
      const transfers = createTransfers({
        clock: systemClock,
        connect: async () => success(connected),
        onChange: () => undefined,
        onSettled: () => {
          const state = transfers.list()[0]?.state;
          if (state?.kind === 'done') resolve();
          else reject(new Error(`The ${way} ended otherwise: ${JSON.stringify(state)}`));
        },
      });
      const batch = newBatch();
      const task =
        way === 'download'
          ? downloadTask({ remotePath: source, localFolder: target, platform: process.platform, batch })
          : uploadTask({ localPath: source, remoteFolder: target, batch });
      transfers.add({ kind: way, name: source, to: target }, task);
    });

  return { move, close: () => client.end() };
}
