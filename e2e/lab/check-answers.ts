import type { Connection } from 'ssh2';

/**
 * What a server does with a global request that wants a reply, as clients send it to see whether it is there
 * (`keepalive@openssh.com`): it fails it, as OpenSSH does; says that it knows none; answers late; or never.
 */
export type CheckAnswer = 'failure' | 'unimplemented' | 'never' | { readonly afterMs: number };

/** ssh2's own side of a server's connection; it has no public way to leave a request unanswered. */
interface ServerInternals {
  readonly _protocol: {
    readonly _packetRW: {
      readonly write: {
        readonly allocStart: number;
        readonly alloc: (length: number) => Buffer;
        readonly finalize: (packet: Buffer) => Buffer;
      };
    };
    readonly _cipher: { readonly encrypt: (packet: Buffer) => void };
    readonly _handlers: {
      GLOBAL_REQUEST: (protocol: unknown, name: string, wantReply: boolean, data: unknown) => void;
    };
    readonly requestFailure: () => void;
  };
}

const unimplementedMessage = 3;
/** The message and the number of the packet that was not understood (RFC 4253, 11.4), which no client looks at. */
const unimplementedBytes = 5;

/** Answers the global requests of a connection in this way; `onCheck` hears of each. */
export function answerChecks(connection: Connection, how: CheckAnswer, onCheck: () => void): void {
  const protocol = (connection as unknown as ServerInternals)._protocol;
  protocol._handlers.GLOBAL_REQUEST = (_protocol, _name, wantReply) => {
    if (!wantReply) return;
    onCheck();
    if (how === 'failure') protocol.requestFailure();
    else if (how === 'unimplemented') sendUnimplemented(protocol);
    else if (how !== 'never') setTimeout(() => answerLate(protocol), how.afterMs).unref();
  };
}

function answerLate(protocol: ServerInternals['_protocol']): void {
  try {
    protocol.requestFailure();
  } catch {
    // The connection is gone.
  }
}

function sendUnimplemented({ _packetRW, _cipher }: ServerInternals['_protocol']): void {
  const { write } = _packetRW;
  const packet = write.alloc(unimplementedBytes);
  packet.fill(0, write.allocStart, write.allocStart + unimplementedBytes);
  packet[write.allocStart] = unimplementedMessage;
  _cipher.encrypt(write.finalize(packet));
}
