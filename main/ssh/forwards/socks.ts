import type { Duplex } from 'node:stream';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { maxSocksBytes, readSocks, type SocksRequest } from './socks-request.ts';

/** How long a client may take to say where it wants to go, ms. */
const requestLimit = 30_000;

/** A socket, or a channel of a server that is a SOCKS proxy for us. */
export interface SocksClient {
  readonly stream: Duplex;
  readonly clock: Clock;
  /** Closes the stream at once. */
  readonly close: () => void;
}

/**
 * Talks to a SOCKS client until it has said where it wants to go. What follows its request stays in the stream, which
 * is paused then. A client that says something else is answered and closed.
 */
export function readSocksRequest(
  { stream, clock, close }: SocksClient,
  onRequest: (request: SocksRequest) => void,
): void {
  let received = Buffer.alloc(0);
  let greeted = false;

  const stop = () => {
    cancel();
    stream.off('data', handleData).off('end', giveUp).off('close', stop);
    stream.pause();
  };
  const giveUp = () => {
    stop();
    close();
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
          stream.end(step.reply, close);
          return;
        case 'greeted':
          greeted = true;
          received = received.subarray(step.used);
          stream.write(step.reply);
          break;
        case 'connect':
          stop();
          if (received.length > step.used) stream.unshift(received.subarray(step.used));
          onRequest(step.request);
          return;
      }
    }
  };
  const cancel: Cancel = clock.after(requestLimit, giveUp);
  stream.on('data', handleData).on('end', giveUp).on('close', stop);
}
