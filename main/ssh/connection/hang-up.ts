import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import type { Clock } from '../../keepalive/clock.ts';
import { quietly } from '../quietly.ts';

/** How long a goodbye may wait to be sent where the network takes nothing, ms. */
const lingerLimit = 2000;

/** Says SSH_MSG_DISCONNECT, if it still can, and closes what it was spoken over. Nothing more is heard of either. */
export function hangUp(client: Client, stream: Duplex, clock: Clock): void {
  client.removeAllListeners();
  client.on('error', () => {});
  if (stream.closed) return;
  const cancel = clock.after(lingerLimit, () => stream.destroy());
  stream.once('close', cancel);
  quietly(() => client.end());
  if (stream.writable) stream.end();
  if (stream.writableFinished) stream.destroy();
  else stream.once('finish', () => stream.destroy());
}
