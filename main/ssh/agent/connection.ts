import { connect, type Socket } from 'node:net';

/** As OpenSSH's agent: 256 KB in one message. */
const maxMessage = 256 * 1024;

/** Bytes of the length before each message. */
const headerLength = 4;

/** One connection to an agent, which answers its requests in their order (draft-ietf-sshm-ssh-agent, 3). */
export interface AgentConnection {
  /** A message without its length; gives the answer, or null if the agent hangs up or says nothing that can be read. */
  readonly request: (message: Uint8Array) => Promise<Buffer | null>;
  readonly close: () => void;
}

/** Null if nobody listens there. */
export function connectAgent(place: string): Promise<AgentConnection | null> {
  return new Promise((resolve) => {
    // By this name alone: a place such as `8080` would be taken for a port.
    const socket = connect({ path: place });
    socket.once('error', () => resolve(null));
    socket.once('connect', () => resolve(connectionOver(socket)));
  });
}

function connectionOver(socket: Socket): AgentConnection {
  const waiting: ((answer: Buffer | null) => void)[] = [];
  const reader = createMessageReader();
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const settle of waiting.splice(0)) settle(null);
  });
  socket.on('data', (chunk: Buffer) => {
    const messages = reader(chunk);
    if (messages === null) socket.destroy();
    else for (const message of messages) waiting.shift()?.(message);
  });
  return {
    request: (message) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve(null);
        waiting.push(resolve);
        socket.write(framed(message));
      }),
    close: () => socket.destroy(),
  };
}

/** A message with its length before it. */
export function framed(message: Uint8Array): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt32BE(message.length);
  return Buffer.concat([header, message]);
}

/** Takes what comes in pieces; gives the messages that are whole now, or null once one is empty or too long. */
export function createMessageReader(): (chunk: Uint8Array) => readonly Buffer[] | null {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    const messages: Buffer[] = [];
    while (pending.length >= headerLength) {
      const length = pending.readUInt32BE(0);
      if (length === 0 || length > maxMessage) return null;
      if (pending.length < headerLength + length) break;
      messages.push(pending.subarray(headerLength, headerLength + length));
      pending = pending.subarray(headerLength + length);
    }
    return messages;
  };
}
