import type { Socket } from 'node:net';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { maxSocksBytes, readSocks, type SocksRequest } from './socks-request.ts';

/** How long a client may take to say where it wants to go, ms. */
const requestLimit = 30_000;

/**
 * Talks to a SOCKS client until it has said where it wants to go. What follows its request stays in the socket, which
 * is paused then. A client that says something else is answered and closed.
 */
export function readSocksRequest(socket: Socket, clock: Clock, onRequest: (request: SocksRequest) => void): void {
  let received = Buffer.alloc(0);
  let greeted = false;

  const stop = () => {
    cancel();
    socket.off('data', handleData).off('end', giveUp).off('close', stop);
    socket.pause();
  };
  const giveUp = () => {
    stop();
    socket.destroy();
  };
  const handleData = (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const step = readSocks(received, greeted);
      switch (step.kind) {
        case 'more':
          return received.length > maxSocksBytes ? giveUp() : undefined;
        case 'refused':
          stop();
          socket.end(step.reply, () => socket.destroy());
          return;
        case 'greeted':
          greeted = true;
          received = received.subarray(step.used);
          socket.write(step.reply);
          break;
        case 'connect':
          stop();
          if (received.length > step.used) socket.unshift(received.subarray(step.used));
          onRequest(step.request);
          return;
      }
    }
  };
  const cancel: Cancel = clock.after(requestLimit, giveUp);
  socket.on('data', handleData).on('end', giveUp).on('close', stop);
}
