import { answerTypes, maxPacketBytes } from './messages.ts';

export interface AnswerSink {
  /** The room for the bytes that a read was asked for; undefined where there is no such request. */
  readonly targetOf: (id: number) => Uint8Array | undefined;
  /** So many bytes are in the room of this request; null where the server sent more than was asked for. */
  readonly onData: (id: number, bytes: number | null) => void;
  /** Any other packet, without its length: its type comes first. */
  readonly onPacket: (packet: Buffer) => void;
}

/** The length of a packet and its type. */
const headBytes = 4 + 1;
/** SSH_FXP_DATA: the number of the request and the length of the bytes besides. */
const dataHeadBytes = headBytes + 4 + 4;

interface Filling {
  /** Bytes that belong to the packet and have not come, those to be left out among them. */
  left: number;
  /** Where the next byte goes in `target`; what has no room there is left out. */
  at: number;
  readonly target: Uint8Array | undefined;
  readonly onFull: () => void;
}

/**
 * Reads what a server sends, however it is cut up. What is read of a file goes straight to where it is wanted: of each byte
 * there is one copy and no buffer in between. Gives false once it is not SFTP.
 */
export function createAnswerReader({ targetOf, onData, onPacket }: AnswerSink): (chunk: Uint8Array) => boolean {
  const head = Buffer.alloc(dataHeadBytes);
  let inHead = 0;
  let filling: Filling | null = null;

  /** What follows a head that is whole; null where it is none. */
  const beginning = (length: number): Filling | null => {
    if (head[4] !== answerTypes.data) {
      const packet = Buffer.allocUnsafe(length);
      packet[0] = head[4] ?? 0;
      return { left: length - 1, at: 1, target: packet, onFull: () => onPacket(packet) };
    }
    const id = head.readUInt32BE(headBytes);
    const bytes = head.readUInt32BE(headBytes + 4);
    const left = length - (dataHeadBytes - 4);
    if (bytes > left) return null;
    const target = targetOf(id);
    const fits = target !== undefined && bytes <= target.length;
    return {
      left,
      at: 0,
      target: fits ? target.subarray(0, bytes) : undefined,
      onFull: () => onData(id, fits ? bytes : null),
    };
  };

  return (chunk) => {
    let at = 0;
    /** Whether the head has so many bytes now. */
    const readHead = (wanted: number): boolean => {
      const taken = chunk.subarray(at, at + wanted - inHead);
      head.set(taken, inHead);
      at += taken.length;
      inHead += taken.length;
      return inHead === wanted;
    };
    while (at < chunk.length) {
      if (filling === null) {
        if (inHead < headBytes && !readHead(headBytes)) return true;
        const length = head.readUInt32BE(0);
        const isData = head[4] === answerTypes.data;
        if (length === 0 || length > maxPacketBytes || (isData && length < dataHeadBytes - 4)) return false;
        if (isData && !readHead(dataHeadBytes)) return true;
        inHead = 0;
        filling = beginning(length);
        if (filling === null) return false;
      }
      const { target, left, onFull } = filling;
      const part = chunk.subarray(at, at + left);
      const room = (target?.length ?? 0) - filling.at;
      if (room > 0) target?.set(part.length > room ? part.subarray(0, room) : part, filling.at);
      at += part.length;
      filling.at += part.length;
      filling.left -= part.length;
      if (filling.left > 0) continue;
      filling = null;
      onFull();
    }
    return true;
  };
}
