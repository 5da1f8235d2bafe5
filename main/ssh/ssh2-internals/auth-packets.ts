import type { Client } from 'ssh2';
import { sendPacket } from './packets.ts';
import { before, protocolOf } from './private-surface.ts';

/** SSH_MSG_USERAUTH_FAILURE: the methods that can go on. ssh2 loses them, and partial success, for what it does not do. */
export const onAuthFailure = (client: Client, listener: (methods: readonly string[], partial: boolean) => void): void =>
  before(client, 'USERAUTH_FAILURE', (_protocol, methods, partial) => listener(methods, partial));

/** SSH_MSG_EXT_INFO (RFC 8308, 3.1): the algorithms of signatures that the server takes in a login. */
export const onServerSignatures = (client: Client, listener: (names: readonly string[]) => void): void =>
  before(client, 'EXT_INFO', (_protocol, extensions) => {
    const found = extensions.find(({ name }) => name === 'server-sig-algs');
    if (found !== undefined) listener(found.algs);
  });

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
