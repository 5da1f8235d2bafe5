import type { Socket } from 'node:net';
import type { Client } from 'ssh2';
import type { Clock } from '../keepalive/clock.ts';
import { quietly } from './quietly.ts';

/** How long a goodbye may wait to be sent where the network takes nothing, ms. */
const lingerLimit = 2000;

/** Says SSH_MSG_DISCONNECT, if it still can, and closes the socket. Nothing more is heard of either. */
export function hangUp(client: Client, socket: Socket, clock: Clock): void {
  client.removeAllListeners();
  client.on('error', () => {});
  if (socket.closed) return;
  const cancel = clock.after(lingerLimit, () => socket.destroy());
  socket.once('close', cancel);
  quietly(() => client.end());
  socket.destroySoon();
}
