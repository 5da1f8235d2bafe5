import type { Client } from 'ssh2';
import { sessionBindRequest } from '../agent/session-bind.ts';
import { sessionIdOf } from '../ssh2-internals/auth-packets.ts';
import { hostSignature } from '../ssh2-internals/key-exchange.ts';

/** What shows an agent which server a connection leads to (session-bind@openssh.com, PROTOCOL.agent of OpenSSH). */
export interface ServerProof {
  /** The server has shown its host key, and signed the key exchange with it. */
  readonly note: (hostKey: Uint8Array) => void;
  /** None before that. */
  readonly bindings: (purpose: 'login' | 'forwarding') => readonly Buffer[];
}

export function createServerProof(client: Client): ServerProof {
  let shown: { readonly hostKey: Uint8Array; readonly signature: Uint8Array } | null = null;
  return {
    note: (hostKey) => {
      const signature = hostSignature(client);
      shown = signature === null ? null : { hostKey: Buffer.from(hostKey), signature };
    },
    bindings: (purpose) =>
      shown === null
        ? []
        : [sessionBindRequest({ ...shown, sessionId: sessionIdOf(client), isForwarding: purpose === 'forwarding' })],
  };
}
