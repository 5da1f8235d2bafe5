import type { Client } from 'ssh2';
import type { PacketTrace } from '../../session/ports/transport.ts';
import { asItCame } from './key-exchange.ts';

/**
 * Where ssh2 (1.17.0, pinned) has packets in the clear. It replaces these objects with each change of keys and of
 * compression: what replaces them is traced too. The tests beside hold this against real servers.
 */
interface Protocol {
  _cipher: Cipher;
  readonly _decipher: { readonly inSeqno: number };
  readonly _packetRW: { read: Reader; write: Writer };
}

interface Cipher {
  readonly outSeqno: number;
  /** Takes a packet with its length and padding (RFC 4253, 6), its payload compressed where that was agreed on. */
  encrypt: (packet: Buffer) => void;
}

interface Reader {
  /** Gives the payload, uncompressed. */
  read: (payload: Buffer) => Buffer;
}

interface Writer {
  /** Makes a packet of a payload where it compresses it, and gives what it was given in all other cases. */
  finalize: (payload: Buffer, force?: boolean) => Buffer;
}

/** Of the packet's length and the padding's. */
const headBytes = 5;

/** Tells of each packet of a connection, right after `connect`. Ours are told of when they are sent, not when they are queued. */
export function tracePackets(client: Client, trace: PacketTrace): void {
  const protocol = (client as unknown as { readonly _protocol: Protocol })._protocol;
  /** Payloads before their compression, by their packet. */
  const uncompressed = new WeakMap<Buffer, Buffer>();

  replaceable(protocol._packetRW, 'read', (reader) => {
    const own = reader.read.bind(reader);
    reader.read = (data) => {
      const payload = own(data);
      // It has counted the packet by now.
      const sequence = (protocol._decipher.inSeqno - 1) >>> 0;
      if (payload.length > 0) trace.packet('incoming', sequence, asItCame.get(payload) ?? payload);
      return payload;
    };
  });
  replaceable(protocol._packetRW, 'write', (writer) => {
    const own = writer.finalize.bind(writer);
    writer.finalize = (payload, force) => {
      const packet = own(payload, force);
      if (packet !== payload) uncompressed.set(packet, payload);
      return packet;
    };
  });
  replaceable(protocol, '_cipher', (cipher) => {
    const own = cipher.encrypt.bind(cipher);
    cipher.encrypt = (packet) => {
      trace.packet('outgoing', cipher.outSeqno, uncompressed.get(packet) ?? payloadIn(packet));
      own(packet);
    };
  });
}

const payloadIn = (packet: Buffer) => packet.subarray(headBytes, packet.length - (packet[headBytes - 1] ?? 0));

/** Adapts what stands there, and whatever is put in its place. */
function replaceable<O, K extends keyof O>(holder: O, key: K, adapt: (value: O[K]) => void) {
  let current = holder[key];
  adapt(current);
  Object.defineProperty(holder, key, {
    get: () => current,
    set: (value: O[K]) => {
      current = value;
      adapt(value);
    },
  });
}
