/** Output kept for a window that reloads: about 12,000 lines of 80 characters. Bounds a session's memory in main. */
export const historyLimitBytes = 1024 * 1024;

const lineFeed = 0x0a;

/** The latest output of a session, bounded. */
export interface History {
  readonly add: (bytes: Uint8Array) => void;
  /** What is kept, oldest first, beginning at the start of a line if anything was dropped before it. */
  readonly chunks: () => readonly Uint8Array[];
}

export function createHistory(limitBytes: number = historyLimitBytes): History {
  let kept: Uint8Array[] = [];
  let total = 0;
  /** Chunks at the front of `kept` that are dropped already; removing each by itself would cost a copy of the list. */
  let dropped = 0;
  let cut = false;

  return {
    add: (bytes) => {
      kept.push(bytes);
      total += bytes.length;
      while (total > limitBytes && dropped < kept.length) {
        total -= kept[dropped]?.length ?? 0;
        dropped += 1;
        cut = true;
      }
      if (dropped > kept.length / 2) {
        kept = kept.slice(dropped);
        dropped = 0;
      }
    },
    chunks: () => {
      const chunks = kept.slice(dropped);
      return cut ? fromLineStart(chunks) : chunks;
    },
  };
}

/** Without the half line, and the half escape sequence, that dropping chunks may have left at the front. */
function fromLineStart(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  for (const [index, chunk] of chunks.entries()) {
    const at = chunk.indexOf(lineFeed);
    if (at !== -1) return [chunk.subarray(at + 1), ...chunks.slice(index + 1)];
  }
  return chunks;
}
