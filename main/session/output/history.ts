import { createKeptModes } from './kept-modes.ts';

/** Output kept for a window that reloads: about 12,000 lines of 80 characters. Bounds a session's memory in main. */
export const historyLimitBytes = 1024 * 1024;

/** Output is kept in this many blocks: kept as it comes, a piece of a few bytes would cost many times its length. */
const blockCount = 64;

/** What the first block begins with and doubles, bytes: many a session prints no more than a prompt. */
const firstBlockBytes = 1024;

const lineFeed = 0x0a;
const escapeByte = 0x1b;

/** The latest output of a session, bounded. */
export interface History {
  /** Takes a copy. */
  readonly add: (bytes: Uint8Array) => void;
  /**
   * What is kept, oldest first, each chunk with a buffer of its own. If anything was dropped it begins at the start of
   * a line, after the modes that what was dropped had set.
   */
  readonly chunks: () => readonly Uint8Array[];
}

interface Block {
  bytes: Uint8Array;
  start: number;
  end: number;
}

export function createHistory(limitBytes: number = historyLimitBytes): History {
  const blockBytes = Math.ceil(limitBytes / blockCount);
  const blocks: Block[] = [];
  const droppedModes = createKeptModes();

  const drop = (block: Block, bytes: number) => {
    droppedModes.read(block.bytes.subarray(block.start, block.start + bytes));
    block.start += bytes;
  };

  const dropOldest = (): Block | undefined => {
    const oldest = blocks.shift();
    if (oldest !== undefined) drop(oldest, oldest.end - oldest.start);
    const [first] = blocks;
    if (first !== undefined) drop(first, restOfLine(first));
    return oldest;
  };

  /** The last block if it has room, else a new one, in the memory of the oldest if that had to go. */
  const roomyBlock = (): Block => {
    const last = blocks.at(-1);
    if (last !== undefined && last.end < blockBytes) return widened(last);
    const dropped = blocks.length < blockCount ? undefined : dropOldest();
    const newBytes = blocks.length === 0 ? Math.min(firstBlockBytes, blockBytes) : blockBytes;
    const block = { bytes: dropped?.bytes ?? new Uint8Array(newBytes), start: 0, end: 0 };
    blocks.push(block);
    return block;
  };

  const widened = (block: Block): Block => {
    if (block.end === block.bytes.length) {
      const wider = new Uint8Array(Math.min(2 * block.end, blockBytes));
      wider.set(block.bytes);
      block.bytes = wider;
    }
    return block;
  };

  return {
    add: (bytes) => {
      for (let taken = 0; taken < bytes.length; ) {
        const block = roomyBlock();
        const piece = bytes.subarray(taken, taken + block.bytes.length - block.end);
        block.bytes.set(piece, block.end);
        block.end += piece.length;
        taken += piece.length;
      }
    },
    chunks: () => {
      const kept = blocks.map(({ bytes, start, end }) => bytes.slice(start, end));
      return [droppedModes.bytes(), ...kept].filter((chunk) => chunk.length > 0);
    },
  };
}

/**
 * Bytes up to the start of a line, so that no half of one, nor of an escape sequence, stays; where there is no line, as
 * in a full-screen program's output, up to a sequence.
 */
function restOfLine({ bytes, start, end }: Block): number {
  const kept = bytes.subarray(start, end);
  return kept.includes(lineFeed) ? kept.indexOf(lineFeed) + 1 : Math.max(0, kept.indexOf(escapeByte));
}
