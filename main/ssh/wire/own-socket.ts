import type { Socket } from 'node:net';
import type { SocketOptions } from '../../session/ports/transport.ts';
import { isReplaced } from './own-address.ts';
import { setSocketOptions } from './socket.ts';

/** The socket that this computer itself has for a way, once it is there. */
export interface OwnSocket {
  readonly take: (socket: Socket) => void;
  /** From now on, or from when there is a socket. */
  readonly setOptions: (options: SocketOptions) => void;
  /** Whether this computer has other addresses now, not the one that the socket was opened from. */
  readonly isAddressReplaced: () => boolean;
}

export function createOwnSocket(options: SocketOptions): OwnSocket {
  let wanted = options;
  let socket: Socket | null = null;
  let address: string | null = null;
  return {
    take: (made) => {
      socket = made;
      address = made.localAddress ?? null; // no longer told once it is closed
      setSocketOptions(made, wanted);
    },
    setOptions: (changed) => {
      wanted = changed;
      if (socket !== null) setSocketOptions(socket, changed);
    },
    isAddressReplaced: () => address !== null && isReplaced(address),
  };
}
