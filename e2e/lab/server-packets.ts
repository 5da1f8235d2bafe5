import type { Connection } from 'ssh2';

/** ssh2's own side of a server's connection: what a server must do to misbehave is no part of its public face. */
interface ServerInternals {
  readonly _protocol: {
    readonly _packetRW: {
      readonly write: {
        readonly allocStart: number;
        readonly alloc: (length: number) => Buffer;
        readonly finalize: (packet: Buffer) => Buffer;
      };
    };
    readonly _cipher: { readonly encrypt: (packet: Buffer) => void };
    readonly _handlers: {
      GLOBAL_REQUEST: (protocol: unknown, name: string, wantReply: boolean, data: unknown) => void;
    };
    readonly requestFailure: () => void;
  };
}

export const protocolOf = (connection: Connection): ServerInternals['_protocol'] =>
  (connection as unknown as ServerInternals)._protocol;

/** Sends a packet of any content, encrypted and authenticated as it should be. */
export function sendServerPacket(connection: Connection, payload: Uint8Array): void {
  const { _packetRW, _cipher } = protocolOf(connection);
  const packet = _packetRW.write.alloc(payload.length);
  packet.set(payload, _packetRW.write.allocStart);
  _cipher.encrypt(_packetRW.write.finalize(packet));
}
