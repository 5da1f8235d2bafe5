import { connect, type Socket, type TcpSocketConnectOpts } from 'node:net';
import type { Duplex } from 'node:stream';

/** Read at once, bytes: half of a terminal's window, so that the server goes on while this much is taken up. */
const readBytes = 128 * 1024;

/**
 * What every socket is read into: a read is dealt with before the next one, whichever socket's. Node would make 64 KB for
 * each, outside of V8's heap, which take longer to get and to collect than to fill.
 */
const room = Buffer.allocUnsafeSlow(readBytes);

/** By its stream, whether what is read of it may be lent. */
const lenders = new WeakMap<Duplex, () => boolean>();

/** Connects a socket whose reads can be lent; until they are it is read like any other. */
export function connectLending(to: TcpSocketConnectOpts): Socket {
  const socket: Socket = connect({
    ...to,
    onread: {
      buffer: room,
      callback: (length) => {
        const bytes = room.subarray(0, length);
        const isNext = socket.readableFlowing === true && socket.readableLength === 0;
        if (isNext && lenders.get(socket)?.() === true) return socket.emit('data', bytes);
        return socket.push(Buffer.from(bytes));
      },
    },
  });
  return socket;
}

/**
 * From now on whoever listens to a stream's data gets it without a copy of it wherever `mayLend` says, at each read, that
 * none of them keeps any of it. Does nothing to a stream that is not {@link connectLending}'s.
 */
export function lendReads(stream: Duplex, mayLend: () => boolean): void {
  lenders.set(stream, mayLend);
}
