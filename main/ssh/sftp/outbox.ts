/** Requests on their way out. */
export interface Outbox {
  /** `data` follows behind the packet; it has to stay as it is until it is answered. */
  readonly send: (packet: Buffer, data?: Uint8Array) => void;
}

/** What is sent at once without waiting for more: one packet of SSH, as OpenSSH takes it, bytes. */
const batchBytes = 32 * 1024;

/** Up to so many bytes it is cheaper to copy them behind their request than to encrypt a packet more. */
const maxCopiedBytes = 8 * 1024;

/**
 * Sends the requests that are made in one turn of the event loop together: many small files come to many small requests,
 * and a packet of SSH, with its encryption and its system call, costs more than a request itself.
 */
export function createOutbox(write: (bytes: Uint8Array) => void): Outbox {
  let waiting: Uint8Array[] = [];
  let bytes = 0;

  const flush = () => {
    const [first] = waiting;
    if (first === undefined) return;
    const batch = waiting.length === 1 ? first : Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
    write(batch);
  };
  const wait = (part: Uint8Array) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(part);
    bytes += part.length;
  };

  return {
    send: (packet, data) => {
      wait(packet);
      if (data !== undefined && data.length <= maxCopiedBytes) wait(data);
      if (bytes >= batchBytes || (data !== undefined && data.length > maxCopiedBytes)) flush();
      if (data !== undefined && data.length > maxCopiedBytes) write(data);
    },
  };
}
