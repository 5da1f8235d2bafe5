import type { Client } from 'ssh2';
import { sendPacket } from './packets.ts';

/**
 * What a login needs of ssh2's private surface, as in packets.ts; auth-packets.test.ts holds each use against
 * real servers, by name. Every function throws if the connection is already torn down: callers guard.
 */
interface Protocol {
  /** Methods whose answers are awaited: it decides how message 60 is read. */
  readonly _authsQueue: string[];
  readonly _kex: { readonly sessionID: Buffer };
  readonly _handlers: Handlers;
}

interface Handlers {
  EXT_INFO: (protocol: Protocol, extensions: readonly Extension[]) => void;
  USERAUTH_PK_OK: () => void;
  USERAUTH_FAILURE: (protocol: Protocol, methods: string[], partial: boolean) => void;
}

interface Extension {
  readonly name: string;
  readonly algs: readonly string[];
}

const protocolOf = (client: Client) => (client as unknown as { readonly _protocol: Protocol })._protocol;

/** SSH_MSG_USERAUTH_FAILURE: the methods that can go on. ssh2 loses them, and partial success, for what it does not do. */
export function onAuthFailure(client: Client, listener: (methods: readonly string[], partial: boolean) => void): void {
  const handlers = protocolOf(client)._handlers;
  const own = handlers.USERAUTH_FAILURE;
  handlers.USERAUTH_FAILURE = (protocol, methods, partial) => {
    listener(methods, partial);
    own(protocol, methods, partial);
  };
}

/** SSH_MSG_EXT_INFO (RFC 8308, 3.1): the algorithms of signatures that the server takes in a login. */
export function onServerSignatures(client: Client, listener: (names: readonly string[]) => void): void {
  const handlers = protocolOf(client)._handlers;
  const own = handlers.EXT_INFO;
  handlers.EXT_INFO = (protocol, extensions) => {
    const found = extensions.find(({ name }) => name === 'server-sig-algs');
    if (found !== undefined) listener(found.algs);
    own(protocol, extensions);
  };
}

/** Sends an SSH_MSG_USERAUTH_REQUEST of the method `publickey`, which ssh2 then reads the answers to. */
export function sendKeyRequest(client: Client, payload: Uint8Array): void {
  protocolOf(client)._authsQueue.push('publickey');
  sendPacket(client, payload);
}

/** SSH_MSG_USERAUTH_PK_OK (RFC 4252, 7): the server would take the key. In place of ssh2, which knows of none. */
export function onKeyTaken(client: Client, listener: () => void): void {
  protocolOf(client)._handlers.USERAUTH_PK_OK = listener;
}

/** Names this connection in what is signed for it (RFC 4253, 7.2). */
export const sessionIdOf = (client: Client): Buffer => protocolOf(client)._kex.sessionID;
