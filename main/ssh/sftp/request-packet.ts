import type { RequestType } from './messages.ts';
import { bytesOfName } from './name-bytes.ts';

/** A `uint32`, or a `string` of SSH's (RFC 4251, 5); text is a name, or a path, and becomes the server's own bytes. */
export type Field = number | string | Uint8Array;

/** Its length, the type, and the number that its answer has. */
const headBytes = 4 + 1 + 4;

/** A request, up to the bytes of `data`: those are its last field, and follow behind it. */
export function requestPacket(type: RequestType, id: number, fields: readonly Field[], data?: Uint8Array): Buffer {
  const encoded = fields.map((field) => (typeof field === 'string' ? bytesOfName(field) : field));
  let length = headBytes + (data === undefined ? 0 : 4);
  for (const field of encoded) length += typeof field === 'number' ? 4 : 4 + field.length;
  const packet = Buffer.allocUnsafe(length);
  packet.writeUInt32BE(length - 4 + (data?.length ?? 0), 0);
  packet[4] = type;
  packet.writeUInt32BE(id, 5);
  let at = headBytes;
  for (const field of encoded) {
    if (typeof field === 'number') {
      at = packet.writeUInt32BE(field, at);
    } else {
      packet.set(field, packet.writeUInt32BE(field.length, at));
      at += 4 + field.length;
    }
  }
  if (data !== undefined) packet.writeUInt32BE(data.length, at);
  return packet;
}

/** A `uint64`, as the two fields that it is written in. */
export const uint64 = (value: number): readonly [number, number] => [Math.floor(value / 2 ** 32), value % 2 ** 32];
