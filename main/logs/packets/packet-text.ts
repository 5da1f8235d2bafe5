import { logTime } from '#contract/session/log-lines.ts';
import { hexDump } from './hex-dump.ts';
import { blanksOf, type Omissions } from './packet-blanks.ts';
import { contextAfter, firstContext, packetName } from './packet-names.ts';

export type Direction = 'incoming' | 'outgoing';

/** Writes the packets of one connection as text, in PuTTY's manner. */
export interface PacketText {
  /** To be called for each packet, whether it is written or not: later ones are read by what has passed. */
  readonly note: (direction: Direction, payload: Uint8Array) => void;
  /** `payload` begins with the message's number; `sequence` as in RFC 4253, 6.4. `at`: wall clock, ms. */
  readonly packet: (direction: Direction, sequence: number, payload: Uint8Array, at: number) => Buffer;
  /** Bytes as they are on the wire. */
  readonly raw: (direction: Direction, bytes: Uint8Array, at: number) => Buffer;
}

/** `omissions` is asked for each packet. */
export function createPacketText(omissions: () => Omissions): PacketText {
  let context = firstContext;
  return {
    note: (direction, payload) => {
      context = contextAfter(context, direction === 'outgoing', payload);
    },
    packet: (direction, sequence, payload, at) => {
      const type = payload[0] ?? 0;
      const numbers = `#0x${sequence.toString(16)}, type ${type} / 0x${type.toString(16).padStart(2, '0')}`;
      const head = `${words[direction]} packet ${numbers} (${packetName(type, context)}) at ${timeOf(at)}\n`;
      // The number is in the head: what is dumped begins after it.
      const blanks = blanksOf(payload, direction === 'outgoing', context.method, omissions());
      const inBody = blanks.map((blank) => ({ ...blank, offset: blank.offset - 1 }));
      return Buffer.concat([Buffer.from(head), hexDump(payload.subarray(1), inBody)]);
    },
    raw: (direction, bytes, at) =>
      Buffer.concat([Buffer.from(`${words[direction]} raw data at ${timeOf(at)}\n`), hexDump(bytes)]),
  };
}

const words: Readonly<Record<Direction, string>> = { incoming: 'Incoming', outgoing: 'Outgoing' };

/** To the millisecond. */
const timeOf = (at: number) => `${logTime(at)}.${String(at % 1000).padStart(3, '0')}`;
