import { failed, type Result, success } from '#contract/failure.ts';
import { filesLost } from '../../session/ports/remote-files.ts';
import { type Answer, readAnswer, readLimits, readVersion } from './answer.ts';
import { createAnswerReader } from './answer-reader.ts';
import { protocolVersion, type RequestType, requestTypes } from './messages.ts';
import { createOutbox } from './outbox.ts';
import { type Field, requestPacket } from './request-packet.ts';

/** Bytes of a file that belong to a request: `target` is filled by its answer, `data` follows it. */
export type RequestBytes = { readonly target: Uint8Array } | { readonly data: Uint8Array };

/** Requests of SFTP version 3 and their answers, over any stream. Many may be under way. */
export interface SftpClient {
  /** Says hello; gives the bytes that one read or write may carry at most, or null where the server is no SFTP. */
  readonly begin: () => Promise<number | null>;
  /** What came of the stream; false once it is not SFTP. */
  readonly read: (chunk: Uint8Array) => boolean;
  /** `valueIn` is what an answer comes to. Fails with `files-lost` where none can come any more; never rejects. */
  readonly ask: <V>(
    type: RequestType,
    fields: readonly Field[],
    valueIn: (answer: Answer) => Result<V>,
    bytes?: RequestBytes,
  ) => Promise<Result<V>>;
  /** No answers come any more. */
  readonly lose: () => void;
}

/** What every server takes in one packet (draft-ietf-secsh-filexfer-02, 3). */
const usualChunkBytes = 32 * 1024;

interface Pending {
  readonly target: Uint8Array | undefined;
  /** Null where no answer comes. */
  readonly settle: (answer: Answer | null) => void;
}

export function createSftpClient(write: (bytes: Uint8Array) => void): SftpClient {
  let isLost = false;
  let lastId = 0;
  let isBroken = false;
  /** Told what the server's hello says; it comes first. */
  let greeted: ((extensions: ReadonlyMap<string, string> | null) => void) | null = null;
  const pending = new Map<number, Pending>();
  const outbox = createOutbox((bytes) => {
    if (!isLost) write(bytes);
  });

  const settle = (id: number, answer: Answer) => {
    const request = pending.get(id);
    pending.delete(id);
    request?.settle(answer);
  };

  const reader = createAnswerReader({
    targetOf: (id) => pending.get(id)?.target,
    onData: (id, bytes) => settle(id, { kind: 'data', bytes }),
    onPacket: (packet) => {
      if (greeted !== null) {
        greeted(readVersion(packet, protocolVersion));
        greeted = null;
        return;
      }
      const read = readAnswer(packet);
      if (read === null) isBroken = true;
      else settle(read.id, read.answer);
    },
  });

  const ask: SftpClient['ask'] = (type, fields, valueIn, bytes) => {
    if (isLost) return Promise.resolve(failed(filesLost()));
    return new Promise((resolve) => {
      lastId = (lastId + 1) % 2 ** 32;
      const [target, data] = bytes === undefined ? [] : 'data' in bytes ? [undefined, bytes.data] : [bytes.target];
      pending.set(lastId, {
        target,
        settle: (answer) => resolve(answer === null ? failed(filesLost()) : valueIn(answer)),
      });
      outbox.send(requestPacket(type, lastId, fields, data), data);
    });
  };

  return {
    ask,
    read: (chunk) => reader(chunk) && !isBroken,
    begin: async () => {
      if (isLost) return null;
      const extensions = await new Promise<ReadonlyMap<string, string> | null>((resolve) => {
        greeted = resolve;
        // In this one packet the version stands in the place of the number.
        outbox.send(requestPacket(requestTypes.init, protocolVersion, []));
      });
      if (extensions === null) return null;
      if (!extensions.has(limitsExtension)) return usualChunkBytes;
      const limits = await ask(requestTypes.extended, [limitsExtension], (answer) => success(limitsIn(answer)));
      return limits.ok ? limits.value : null;
    },
    lose: () => {
      isLost = true;
      greeted?.(null);
      const lost = [...pending.values()];
      pending.clear();
      for (const request of lost) request.settle(null);
    },
  };
}

const limitsExtension = 'limits@openssh.com';

function limitsIn(answer: Answer): number {
  const limits = answer.kind === 'extended' ? readLimits(answer.body) : null;
  const said = [limits?.read ?? 0, limits?.write ?? 0].filter((bytes) => bytes > 0);
  return said.length === 0 ? usualChunkBytes : Math.min(...said);
}
