import { createRequire } from 'node:module';
import type { Client } from 'ssh2';
import { internals, type Protocol, protocolOf } from './private-surface.ts';

/**
 * Asks for an answer of any kind, by OpenSSH's global request `keepalive@openssh.com`. Success and failure are answers
 * alike (RFC 4254, 4); they come in the order of the requests, and ssh2 keeps a list of who waits.
 */
export function sendAliveCheck(client: Client, onAnswered: () => void): void {
  internals(client)._callbacks.push((ending) => ending instanceof Error || onAnswered());
  protocolOf(client).ping();
}

/**
 * Takes SSH_MSG_UNIMPLEMENTED (RFC 4253, 11.4) as the answer to the oldest global request: it is what a server sends
 * that knows none. ssh2 would leave that request in its list, and give the answer to the next one to it.
 */
export function takeUnimplementedAsAnswer(client: Client): void {
  unimplemented.set(protocolOf(client), () => internals(client)._callbacks.shift()?.(true));
}

const unimplemented = new WeakMap<Protocol, () => void>();

/** ssh2 has one table of inbound messages for all connections; of this one it only makes a line of its debug log. */
const inbound: ((protocol: Protocol, payload: Buffer) => unknown)[] = createRequire(import.meta.url)(
  'ssh2/lib/protocol/handlers.js',
);
const unimplementedMessage = 3;
const ownUnimplemented = inbound[unimplementedMessage];
inbound[unimplementedMessage] = (protocol, payload) => {
  unimplemented.get(protocol)?.();
  return ownUnimplemented?.(protocol, payload);
};
