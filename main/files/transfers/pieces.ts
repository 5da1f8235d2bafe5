import type { Failure, Result } from '#contract/failure.ts';
import type { Tools } from './task.ts';

export interface Pieces {
  /** The bytes from here up to `size` are moved. */
  readonly from: number;
  readonly size: number;
  /** Moves `bytes.length` bytes at `position`, with `bytes` as the room for them; `asked` measures the server alone. */
  readonly move: (bytes: Uint8Array, position: number, asked: Asked) => Promise<Result<null>>;
  /** So many more were moved. */
  readonly onMoved: (bytes: number) => void;
}

/** Runs a request to the server, and measures it. */
export type Asked = <T>(request: () => Promise<T>) => Promise<T>;

export interface Moved {
  /** All before this position is moved. */
  readonly upTo: number;
  readonly failure: Failure | null;
}

/** Moves a file in pieces, as many at once as the flow lets through. Memory is bounded by the flow. */
export async function movePieces({ files, flow, clock, signal }: Tools, pieces: Pieces): Promise<Moved> {
  const { size, move, onMoved } = pieces;
  let position = pieces.from;
  let failure: Failure | null = null;
  const unfinished = new Set<number>();
  const running = new Set<Promise<void>>();
  const spare: Uint8Array[] = [];

  const run = async (at: number, length: number) => {
    let tookMs: number | null = null;
    const room = spare.pop();
    const bytes = room === undefined || room.length < length ? Buffer.allocUnsafe(length) : room;
    const moved = await move(bytes.subarray(0, length), at, async (request) => {
      const begun = clock.now();
      const answer = await request();
      tookMs = clock.now() - begun;
      return answer;
    });
    spare.push(bytes);
    flow.release(length, tookMs);
    if (!moved.ok) {
      failure ??= moved.failure;
      return;
    }
    unfinished.delete(at);
    onMoved(length);
  };

  while (position < size && failure === null && !signal.aborted) {
    const length = Math.min(flow.chunkBytes(files.chunkBytes), size - position);
    await flow.acquire(length);
    if (failure !== null || signal.aborted) {
      flow.release(length, null);
      break;
    }
    const at = position;
    position += length;
    unfinished.add(at);
    const piece = run(at, length).finally(() => running.delete(piece));
    running.add(piece);
  }
  await Promise.all(running);
  return { upTo: Math.min(position, ...unfinished), failure };
}
