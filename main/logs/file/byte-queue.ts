/** Bytes that wait, copied: what came in a large buffer does not keep that. */
export interface ByteQueue {
  readonly length: () => number;
  readonly push: (bytes: Uint8Array) => void;
  /** The oldest ones, a block at most; null where none wait. */
  readonly take: () => Uint8Array | null;
  readonly clear: () => void;
}

/** Many small pieces make one write; a disk is hardly faster with more. */
const blockBytes = 64 * 1024;

/** Where nothing waits, what comes is likely to go by itself. */
const firstBlockBytes = 1024;

interface Block {
  readonly bytes: Buffer;
  used: number;
}

export function createByteQueue(): ByteQueue {
  let blocks: Block[] = [];
  let length = 0;

  const roomFor = (wanted: number): Block => {
    const last = blocks.at(-1);
    if (last !== undefined && last.used < last.bytes.length) return last;
    const size = last === undefined ? Math.min(Math.max(wanted, firstBlockBytes), blockBytes) : blockBytes;
    const block = { bytes: Buffer.allocUnsafeSlow(size), used: 0 };
    blocks.push(block);
    return block;
  };

  return {
    length: () => length,
    push: (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        const block = roomFor(bytes.length - at);
        const part = bytes.subarray(at, at + block.bytes.length - block.used);
        block.bytes.set(part, block.used);
        block.used += part.length;
        at += part.length;
      }
      length += bytes.length;
    },
    take: () => {
      const first = blocks.shift();
      if (first === undefined) return null;
      length -= first.used;
      return first.bytes.subarray(0, first.used);
    },
    clear: () => {
      blocks = [];
      length = 0;
    },
  };
}
