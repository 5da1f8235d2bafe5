import type { Socket } from 'node:net';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { Target } from '../target.ts';
import { proxyClosed, proxySilent } from './proxy-failures.ts';

/** For one answer of a proxy, which may have to look up and reach the host first, ms. */
const answerLimit = 30_000;

export interface ConversationRequest {
  /** Connected, and not read by anybody else until the conversation is over. */
  readonly socket: Socket;
  readonly proxy: Target;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What is said to a proxy before it leads on. */
export interface Conversation {
  readonly send: (bytes: Uint8Array | string) => void;
  /** Exactly so many bytes. */
  readonly read: (length: number) => Promise<Result<Buffer>>;
  /** All up to `end`, and with it; `tooLong` is the failure where it does not come within `most` bytes. */
  readonly readUntil: (end: string, most: number, tooLong: Failure) => Promise<Result<Buffer>>;
  /** It is over: what came beyond the last answer goes back into the socket, for whom it leads to. */
  readonly finish: () => void;
}

export function converse({ socket, proxy, clock, signal }: ConversationRequest): Conversation {
  let pending = Buffer.alloc(0);

  /** Takes what `measure` finds to be whole: the bytes of it, 0 for more to come, or a failure. */
  const take = (measure: () => number | Failure): Promise<Result<Buffer>> =>
    new Promise((resolve) => {
      const settle = (result: Result<Buffer>) => {
        cancel();
        signal.removeEventListener('abort', handleEnd);
        socket.off('readable', look).off('end', handleEnd).off('close', handleEnd);
        resolve(result);
      };
      const handleEnd = () => settle(failed(proxyClosed(proxy)));
      const look = () => {
        const chunk: Buffer | null = socket.read();
        if (chunk !== null) pending = Buffer.concat([pending, chunk]);
        const found = measure();
        if (typeof found !== 'number') return settle(failed(found));
        if (found === 0) return;
        const taken = pending.subarray(0, found);
        pending = pending.subarray(found);
        settle(success(taken));
      };
      const cancel = clock.after(answerLimit, () => settle(failed(proxySilent(proxy))));
      socket.on('readable', look).on('end', handleEnd).on('close', handleEnd);
      signal.addEventListener('abort', handleEnd);
      if (signal.aborted || socket.readableEnded || socket.destroyed) handleEnd();
      else look();
    });

  return {
    send: (bytes) => socket.write(bytes),
    read: (length) => take(() => (pending.length < length ? 0 : length)),
    readUntil: (end, most, tooLong) =>
      take(() => {
        const at = pending.indexOf(end);
        if (at === -1 ? pending.length >= most : at + end.length > most) return tooLong;
        return at === -1 ? 0 : at + end.length;
      }),
    finish: () => {
      if (pending.length > 0) socket.unshift(pending);
    },
  };
}
