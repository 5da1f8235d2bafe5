import type { Connection } from 'ssh2';
import { protocolOf, sendServerPacket } from './server-packets.ts';

/**
 * What a server does with a global request that wants a reply, as clients send it to see whether it is there
 * (`keepalive@openssh.com`): it fails it, as OpenSSH does; says that it knows none; answers late; or never.
 */
export type CheckAnswer = 'failure' | 'unimplemented' | 'never' | { readonly afterMs: number };

/** SSH_MSG_UNIMPLEMENTED and the number of the packet that was not understood (RFC 4253, 11.4), which no client looks at. */
const unimplemented = Uint8Array.of(3, 0, 0, 0, 0);

/** Answers the global requests of a connection in this way; `onCheck` hears of each. */
export function answerChecks(connection: Connection, how: CheckAnswer, onCheck: () => void): void {
  const protocol = protocolOf(connection);
  protocol._handlers.GLOBAL_REQUEST = (_protocol, _name, wantReply) => {
    if (!wantReply) return;
    onCheck();
    if (how === 'failure') protocol.requestFailure();
    else if (how === 'unimplemented') sendServerPacket(connection, unimplemented);
    else if (how !== 'never') setTimeout(() => answerLate(protocol), how.afterMs).unref();
  };
}

function answerLate(protocol: ReturnType<typeof protocolOf>): void {
  try {
    protocol.requestFailure();
  } catch {
    // The connection is gone.
  }
}
